"""Search and commands in one (Ctrl+K). Imports services and widgets."""
