"""Help with the keys of the window and of the page that is shown (F1)."""
