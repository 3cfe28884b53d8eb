"""What has been done in Mötesläge, undone and done again."""
