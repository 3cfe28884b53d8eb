"""The annexes of a meeting: their table and what is said about each."""
