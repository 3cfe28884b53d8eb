"""Justering: who signs the protocol, how it is done, and what the check of the signed file says."""
