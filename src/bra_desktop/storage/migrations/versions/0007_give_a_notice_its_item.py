"""Let a notice on the board tell of one item that was adjusted immediately."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("public_notice", schema=None) as batch_op:
        batch_op.add_column(sa.Column("item_id", sa.Text(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_public_notice_item_id_agenda_item"),
            "agenda_item",
            ["item_id"],
            ["id"],
            initially="DEFERRED",
            deferrable=True,
        )
