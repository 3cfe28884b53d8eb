"""The forms that lie over Mötesläge: a form as a value, the panel that shows it, and one module for each matter."""
