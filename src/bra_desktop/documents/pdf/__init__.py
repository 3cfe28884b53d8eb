"""Blocks as a tagged PDF: the look, the tags and the file. Nothing here knows what a meeting is."""
