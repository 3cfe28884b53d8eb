"""Before there are data to work with: the first start, and what is said of a folder that cannot be used."""
