"""Who is called and who does what: the list of people, the pane of one of them, and the appointments."""
