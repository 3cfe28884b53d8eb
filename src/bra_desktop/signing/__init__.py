"""PAdES signatures on protocols: certificates, signing, verification.

May import the domain, pyHanko, cryptography and pikepdf. Keys and clock are passed in.
"""
