"""Let a municipality choose the colour of its papers, and whether the meeting file goes inside them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("municipality", schema=None) as batch_op:
        batch_op.add_column(sa.Column("accent", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("embed_meeting_file", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("municipality", schema=None) as batch_op:
        batch_op.alter_column("accent", server_default=None)
        batch_op.alter_column("embed_meeting_file", server_default=None)
