"""Alembic's environment: runs the revisions on the connection that the runner hands over, in its transaction."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator


def render_item(kind: str, found: Any, _autogenerate: object) -> str | Literal[False]:
    """Write our own column types by what they are in the file, so that a revision never changes with the code."""
    if kind == "type" and isinstance(found, TypeDecorator):
        return f"sa.{type(found.impl_instance).__name__}()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["metadata"],
    render_as_batch=True,
    render_item=render_item,
)
context.run_migrations()
