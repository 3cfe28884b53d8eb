"""The middle of Mötesläge: the item with its text, its att-satser and its actions."""
