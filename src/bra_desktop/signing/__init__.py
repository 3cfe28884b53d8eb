"""Electronic signatures: issuing certificates, signing a PDF (PAdES, ETSI EN 319 142-1) and judging a signed one.

Pure functions over bytes and small frozen records: no database, no clock, no network.
May import ``domain``, pyHanko, pyhanko-certvalidator, cryptography and asn1crypto; nothing else of the project.
"""
