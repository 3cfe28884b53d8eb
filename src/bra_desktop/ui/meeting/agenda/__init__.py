"""What is prepared of each item: the table of the agenda and the pane of an item."""
