"""The papers: what they say, how they look, and that every reader can read them."""
