"""A municipality's colour is six hexadecimal digits that white paper does not swallow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bra_desktop.domain.colours import accent_of, contrast_with_white
from bra_desktop.domain.errors import UserError


@pytest.mark.parametrize(
    ("written", "kept"),
    [("", ""), ("  ", ""), ("1d4a7d", "1D4A7D"), ("#1D4A7D", "1D4A7D"), (" #036 ", "003366"), ("000000", "000000")],
)
def test_a_colour_is_kept_in_one_form(written: str, kept: str) -> None:
    assert accent_of(written) == kept


@pytest.mark.parametrize("written", ["blå", "1D4A7", "1D4A7D0", "##036", "rgb(0,0,0)", "0x1D4A7D"])
def test_what_is_no_colour_is_refused_in_words(written: str) -> None:
    with pytest.raises(UserError, match="sex tecken"):
        accent_of(written)


def test_a_colour_that_paper_swallows_is_refused() -> None:
    with pytest.raises(UserError, match="för ljus"):
        accent_of("FFE680")


def test_contrast_goes_from_one_for_white_to_twentyone_for_black() -> None:
    assert contrast_with_white("FFFFFF") == pytest.approx(1)
    assert contrast_with_white("000000") == pytest.approx(21)
    assert contrast_with_white("767676") == pytest.approx(4.54, abs=0.01)  # the lightest grey that text may have


@given(st.text(max_size=12))
def test_any_words_are_a_colour_or_refused(words: str) -> None:
    try:
        kept = accent_of(words)
    except UserError:
        return
    assert kept == accent_of(kept)
