"""How files of older versions are brought up to date: Alembic's revisions, and the runner that guards them.

May import what the rest of storage may. Alembic is imported when a file is older than the program, not before.
"""
