"""What happens when the program itself has failed."""
