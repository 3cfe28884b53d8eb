"""Översikt: what is next, what waits, what is late, what the law asks, the year. Imports services and widgets."""
