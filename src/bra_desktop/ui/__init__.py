"""The window: everything that knows Qt. May import every layer below, but only through presenters and operations.

Pages are made of a page module (widgets) and a presenter (plain Python, no Qt). Nothing here sees a table or a
mapped object; the database is reached by `operations.Operations` alone.
"""
