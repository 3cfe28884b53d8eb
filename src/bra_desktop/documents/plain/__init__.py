"""Blocks as plain text, to be pasted in a mail: a paragraph is a line, tables are columns or lines with a label each.

May import the blocks and the standard library.
"""
