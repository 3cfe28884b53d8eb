"""What a user can do: one module per area, each public function one use case in one transaction.

May import storage, documents, exchange, signing, archive, system and the domain;
heavy modules inside the functions that need them.
"""
