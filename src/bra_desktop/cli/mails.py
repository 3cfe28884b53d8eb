"""Mails on the command line: who is not among a draft's addressees, and what else is worth knowing of it."""

from __future__ import annotations

import sys

from bra_desktop.domain.swedish import listing
from bra_desktop.services.papers.mailing import Mail


def as_data(mail: Mail) -> dict[str, object]:
    """The same for an answer in JSON."""
    return {"without_address": list(mail.without_address), "remark": mail.remark}


def tell(mail: Mail) -> None:
    """Print it beside the answer."""
    if mail.without_address:
        print(f"{listing(mail.without_address)} saknar e-postadress i Register och får inget brev.", file=sys.stderr)
    if mail.remark:
        print(mail.remark, file=sys.stderr)
