"""Reading: frozen rows and values for screens and documents. Nothing here writes, and no mapped object leaves it.

May import the domain and the neighbours in storage.
"""
