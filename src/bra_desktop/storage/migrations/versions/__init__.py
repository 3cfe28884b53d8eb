"""The revisions of the schema, one file each, never changed once released. May import Alembic and SQLAlchemy only."""
