"""Archive packages with METS and checksums, written and verified.

May import the domain and lxml.
"""
