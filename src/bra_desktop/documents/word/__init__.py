"""Blocks as a file for Word (.docx): real styles, headings, numbered lists and tables, to be pasted elsewhere.

May import the blocks and what the PDF modules know of sizes and column widths, python-docx and Pillow.
"""
