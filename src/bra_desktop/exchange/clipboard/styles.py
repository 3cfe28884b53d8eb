"""The little of CSS that says what words mean: bold, italic, hidden, list, heading. Colours and fonts are not read."""

from __future__ import annotations

import re

Declarations = dict[str, str]

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$", re.IGNORECASE)


def declarations(text: str) -> Declarations:
    """What stands in a style attribute or between the braces of a rule, names in lower case."""
    found: Declarations = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = " ".join(value.replace("!important", "").split())
    return found


class StyleSheet:
    """Rules for an element, a class or an element of a class; other selectors never carry what is read here."""

    def __init__(self, text: str = "") -> None:
        self._rules: dict[tuple[str, str], Declarations] = {}
        self._lists: dict[str, Declarations] = {}
        for selectors, body in _RULE.findall(_COMMENT.sub(" ", text)):
            self._add(selectors, declarations(body))

    def of(self, tag: str, classes: list[str]) -> Declarations:
        """What the rules say of an element; the more exact ones win."""
        found = dict(self._rules.get((tag, ""), {}))
        for place in ("", tag):
            for name in classes:
                found |= self._rules.get((place, name.lower()), {})
        return found

    def list_level(self, name: str) -> Declarations:
        """What Word says of a level of a list, such as ``l0:level1``."""
        return self._lists.get(name, {})

    def _add(self, selectors: str, body: Declarations) -> None:
        for selector in selectors.split(","):
            name = selector.strip()
            if name.startswith("@list "):
                self._lists.setdefault(name.removeprefix("@list ").strip(), {}).update(body)
            elif simple := _SIMPLE.match(name):
                key = ((simple[1] or "").lower(), (simple[2] or "").lower())
                self._rules.setdefault(key, {}).update(body)


def is_bold(style: Declarations) -> bool | None:
    """Whether the style makes words bold, or takes it from them; None when it says nothing of it."""
    weight = style.get("font-weight", "").lower()
    if weight.isdecimal():
        return int(weight) >= 600
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(weight)


def is_italic(style: Declarations) -> bool | None:
    """Whether the style makes words italic, or takes it from them; None when it says nothing of it."""
    return {"italic": True, "oblique": True, "normal": False}.get(style.get("font-style", "").lower())


def is_hidden(style: Declarations) -> bool:
    """Whether nobody saw the words where they were copied."""
    return (
        style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
        or style.get("mso-element") == "comment-list"
    )


def keeps_spaces(style: Declarations) -> bool | None:
    """Whether spaces and line ends are words' own, as in a program's text; None when nothing is said."""
    how = style.get("white-space", "")
    return how.startswith(("pre", "break-spaces")) if how else None
