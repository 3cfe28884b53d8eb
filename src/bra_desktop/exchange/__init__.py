"""The doors to other programs: Excel workbooks, meeting files, phrase files and the clipboard.

May import the domain and openpyxl. Reads and writes files and bytes, never the database.
"""
