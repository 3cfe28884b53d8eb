"""Find and replace in the whole meeting."""
