"""Let a forum order the sections of its items, and drop the kind that nothing asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("forum", schema=None) as batch_op:
        batch_op.add_column(sa.Column("sections", sa.Text(), nullable=False, server_default="[]"))
        batch_op.drop_column("kind")
    with op.batch_alter_table("forum", schema=None) as batch_op:
        batch_op.alter_column("sections", server_default=None)
