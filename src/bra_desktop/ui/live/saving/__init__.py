"""What is typed in Mötesläge, on its way to the disk."""
