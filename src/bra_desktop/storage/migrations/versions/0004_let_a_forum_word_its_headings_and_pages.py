"""Let a forum word its headings and number its pages over the year; keep the last page of what is locked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("forum", schema=None) as batch_op:
        batch_op.add_column(sa.Column("running_pages", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("page_start", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("headings", sa.Text(), nullable=False, server_default="[]"))
    with op.batch_alter_table("forum", schema=None) as batch_op:
        batch_op.alter_column("running_pages", server_default=None)
        batch_op.alter_column("page_start", server_default=None)
        batch_op.alter_column("headings", server_default=None)
    with op.batch_alter_table("freeze", schema=None) as batch_op:
        batch_op.add_column(sa.Column("last_page", sa.Integer(), nullable=True))
