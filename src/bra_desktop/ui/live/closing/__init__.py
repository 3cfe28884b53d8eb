"""Avsluta mötet: what is missing, and the way to each place."""
