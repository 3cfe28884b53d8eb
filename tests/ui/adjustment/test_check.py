"""What is said of a protocol that is being signed: counted alike everywhere, and nothing of what isn't there yet."""

from bra_desktop.domain.kinds import Medium, SignerRole
from bra_desktop.ui.adjustment.check import SignerLine, check_of


def line(name: str, status: str = "waiting", role: SignerRole = SignerRole.ADJUSTER) -> SignerLine:
    return SignerLine(name, name, role, "", status, "", True, "justerare")


def test_nothing_signed_on_paper_is_nothing_to_check_and_no_original_is_kept_yet() -> None:
    check = check_of((line("Eva Lind"), line("Per Alm")), Medium.INK, None, None, "Almby kommun")
    assert (check.headline, check.below) == ("Det finns inget att pröva", "Ingen har skrivit under än.")
    signed = check_of((line("Eva Lind", "signed"), line("Per Alm")), Medium.INK, None, None, "Almby kommun")
    assert signed.headline == "Går inte att pröva: underskrifterna finns på papper"
    assert signed.below.startswith("Originalet förvaras hos Almby kommun.")


def test_who_signs_in_two_places_leaves_two_signatures() -> None:
    chair = line("Per Alm", role=SignerRole.CHAIR)
    check = check_of((line("Anna Svedin"), chair, line("Per Alm")), Medium.ELECTRONIC, None, None)
    assert check.lines[0].words == "Tre underskrifter återstår: Anna Svedin och Per Alm (två)"
    check = check_of((line("Anna Svedin", "signed"), chair, line("Per Alm", "signed")), Medium.INK, None, None)
    assert check.lines[-1].words == "En underskrift återstår: Per Alm"
