"""Spelling where somebody writes: wavy lines that never hold up a key, suggestions, own words.

May import the domain, system/spelling, operations, the theme and rich_text; knows no page.
"""
