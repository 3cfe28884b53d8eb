"""Two hyphens and a straight quotation mark as they are typed."""

import pytest

from bra_desktop.domain.typographic import dash_before_space, quotes_here


@pytest.mark.parametrize(
    ("typed", "place"),
    [("Rådet --", 6), ("--", 0), ("ord--", 3), ("kl. 10--12", 6), ("2026--2030", 4), ("(§ 4)--mer", 5)],
)
def test_two_hyphens_before_a_space_are_a_dash(typed: str, place: int) -> None:
    assert dash_before_space(typed) == place


@pytest.mark.parametrize(
    "typed",
    [
        "", "-", "ord-", "---", "ord---ord", "--help", "https://almby.example/a--b", "www.almby.example--x", "a_b--c",
        "eva--l@almby.example", "C:\\a--b", "<!--", "a--b--c", "Rådet -- mer",
    ],
)  # fmt: skip
def test_other_hyphens_are_left(typed: str) -> None:
    assert dash_before_space(typed) is None


def test_a_quotation_mark_is_left_in_an_address() -> None:
    assert quotes_here("Hon sa ")
    assert quotes_here("(")
    assert not quotes_here('href="https://almby.example')
    assert not quotes_here("a=")
