"""What a shape is painted with: attributes, the rules of a style sheet, and its own style (SVG 1.1, chapter 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bra_desktop.documents.svg import refusals

INHERITED = (
    "fill", "stroke", "stroke-width", "fill-rule", "clip-rule", "fill-opacity", "stroke-opacity", "color", "visibility",
    "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "marker", "marker-start", "marker-mid", "marker-end",
)  # fmt: skip
OWN = ("opacity", "display", "clip-path", "mask", "filter", "mix-blend-mode", "stop-color", "stop-opacity")
_KNOWN = frozenset((*INHERITED, *OWN))
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_AT_RULE = re.compile(r"@(?:charset|namespace)[^;]*;|@font-face\s*\{[^}]*\}")
_SIMPLE = re.compile(r"(\*|[\w-]+)?((?:\.[\w-]+)*)(?:#([\w-]+))?((?:\.[\w-]+)*)")


@dataclass(frozen=True)
class Rule:
    """The properties of what has that name (empty for any), that id and those classes."""

    tag: str
    key: str
    classes: frozenset[str]
    properties: Mapping[str, str]

    @property
    def weight(self) -> tuple[int, int, int]:
        """Which rule wins: ids before classes before names."""
        return bool(self.key), len(self.classes), bool(self.tag)

    def meets(self, tag: str, child: Element) -> bool:
        """Whether the rule is for that element."""
        return (
            self.tag in ("", tag)
            and self.key in ("", child.get("id", ""))
            and self.classes <= frozenset(child.get("class", "").split())
        )


def read_rules(sheet: str) -> Iterator[Rule]:
    """The rules of a ``<style>``. Raises CannotDraw for one that looks at more than the element itself."""
    text = _AT_RULE.sub(" ", _COMMENT.sub(" ", sheet))
    if found := re.search(r"@[\w-]+", text):
        raise refusals.selector(found.group())
    for selectors, body in _RULE.findall(text):
        properties = declarations(body)
        for selector in selectors.split(","):
            found = _SIMPLE.fullmatch(selector.strip())
            if found is None or not selector.strip():
                if properties:
                    raise refusals.selector(selector.strip())
                continue
            name, before, key, after = found.groups()
            classes = frozenset(part for part in f"{before}{after}".split(".") if part)
            yield Rule("" if name in (None, "*") else name, key or "", classes, properties)


def declarations(text: str) -> dict[str, str]:
    """The properties that matter of a style, without those that say nothing about how a shape looks."""
    found = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon and name.strip() in _KNOWN:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def properties(tag: str, child: Element, rules: list[Rule]) -> dict[str, str]:
    """The element's own properties: attributes, then rules, then its own style."""
    found = {name: value.strip() for name in _KNOWN if (value := child.get(name)) is not None}
    for rule in sorted((rule for rule in rules if rule.meets(tag, child)), key=lambda rule: rule.weight):
        found.update(rule.properties)
    found.update(declarations(child.get("style", "")))
    return {name: value for name, value in found.items() if value != "inherit"}


def inherited(paint: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """What holds for an element: what its parents have, and what it has itself."""
    return {name: value for name, value in paint.items() if name in INHERITED} | dict(own)
