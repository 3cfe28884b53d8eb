"""The floors of the benches: bare libraries doing the same work in their fastest documented way.

May import libraries only, nothing of this product; PySide6 and SQLAlchemy are allowed here for that reason.
"""
