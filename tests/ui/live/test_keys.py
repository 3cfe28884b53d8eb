"""The keys of Mötesläge, as F1 lists them."""

from collections import Counter

from bra_desktop.ui.live.keys import KEYS


def combinations(words: str) -> list[str]:
    """Ctrl+Skift+Y, O → Ctrl+Skift+Y and Ctrl+Skift+O."""
    first, *more = words.split(" i ")[0].split(" en ")[0].replace(" och ", ", ").split(", ")
    held = first.rpartition("+")[0]
    return [first, *(word if "+" in word or len(word) > 1 else f"{held}+{word}" for word in more)]


def test_no_key_means_two_things() -> None:
    told = Counter(key for words, _meaning in KEYS for key in combinations(words))

    assert [key for key, times in told.items() if times > 1] == []


def test_the_vote_and_pasting_words_alone_have_a_key_each() -> None:
    told = {key: meaning for words, meaning in KEYS for key in combinations(words)}

    assert "omröstning" in told["Ctrl+Skift+O"]
    assert "utan format" in told["Ctrl+Skift+V"]


def test_no_key_is_altgr_and_a_letter_on_windows() -> None:
    """There AltGr is Ctrl+Alt, so Ctrl+Alt+2 would be in the way of @."""
    assert not [words for words, _meaning in KEYS if "Ctrl+Alt" in words]


def test_the_versions_and_undoing_are_listed() -> None:
    told = {key: meaning for words, meaning in KEYS for key in combinations(words)}
    assert "versioner" in told["Ctrl+Skift+H"]
    assert "Ångrar" in told["Ctrl+Z"]
