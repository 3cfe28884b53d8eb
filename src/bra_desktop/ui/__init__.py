"""The window: PySide6 pages, each with a presenter that knows no Qt, and the one road to the use cases.

May import plays, services, system and the domain, and alone PySide6. Never sees storage: rows come out of services.
"""
