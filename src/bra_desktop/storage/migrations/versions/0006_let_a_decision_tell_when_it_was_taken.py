"""Let a decision tell when it was taken."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.add_column(sa.Column("decided_at", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("decided_without", sa.Text(), nullable=True))
