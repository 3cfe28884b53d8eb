"""The signs that are typed in a text: / for phrases, @ for names, ! for an action."""
