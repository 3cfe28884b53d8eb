"""A substitute who served two seats has both on her line, with the items of each."""

from bra_desktop.documents import protocol
from bra_desktop.domain.content import ServiceContent
from bra_desktop.domain.swedish import NBSP
from tests.documents.blocks_as_text import blocks_as_text
from tests.domain.almby import WHOLE, council, key, with_participant


def test_both_members_are_named_with_their_items_and_her_own_presence_once() -> None:
    content = council()
    for person in ("eva", "per"):
        content = with_participant(content, person, stays=())
    services = (ServiceContent("seat-eva", key(40), key(42)), ServiceContent("seat-per", key(43)))
    content = with_participant(content, "camilla", serves_for="", services=services, stays=WHOLE)
    said = blocks_as_text(protocol.protocol(content)).replace(NBSP, " ")
    assert "Camilla Rehn för Eva Lind, §§ 40–42 och för Per Alm, fr.o.m. § 43 (närvarande hela tiden)" in said, [
        line for line in said.splitlines() if "Camilla" in line
    ]
