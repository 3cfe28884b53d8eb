"""What stands beside the item: attendance, actions and notes."""
