"""The doors to other programs: Excel workbooks, meeting files, calendar, mail and CSV.

May import the domain, openpyxl and jsonschema. Reads and writes files and bytes, never the database.
"""
