"""Archive packages with METS and checksums, written and verified.

Empty until that work begins. May import the domain and lxml.
"""
