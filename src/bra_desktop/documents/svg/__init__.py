"""A coat of arms out of an SVG file: outlines in flat colours and gradients, or a sentence that says why not.

May import the domain and the standard library, and PIL for the names of colours.
"""
