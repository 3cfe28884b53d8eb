"""Fixtures of the PDF validator, loaded for every test."""
