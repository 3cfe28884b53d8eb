"""What was done to a meeting, when and by whose hand."""
