"""The real window, measured from inside for the bench."""
