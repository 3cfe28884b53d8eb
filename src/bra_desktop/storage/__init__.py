"""The SQLite file: tables, mapping, migrations, units of work, read queries, backups and attachments.

May import the domain, SQLAlchemy, Alembic and sqlcipher3, which nothing else may import.
"""
