"""One meeting: its way, what is missing, and tabs for agenda, people, annexes, documents and history."""
