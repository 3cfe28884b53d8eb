"""A meeting as one file: read into the data, and written out of it."""
