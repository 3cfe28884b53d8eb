"""The messages at the foot of the window."""
