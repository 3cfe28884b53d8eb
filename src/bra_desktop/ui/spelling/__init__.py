"""Spelling where somebody writes: wavy lines that never hold up a key, suggestions, own words.

May import the domain, system/spelling, the theme and widgets; knows no page.
"""
