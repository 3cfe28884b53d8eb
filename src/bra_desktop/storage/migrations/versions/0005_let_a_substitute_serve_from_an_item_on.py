"""Let a substitute serve from an item on, and for more than one seat at a meeting."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.add_column(sa.Column("services", sa.Text(), nullable=False, server_default="[]"))
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.alter_column("services", server_default=None)
