"""Reads `tokens.json`, the one source of palette, type, spacing and the words of every status. Knows no Qt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class StatusLook:
    """How a status is shown everywhere: one word, one tone (colour family), one icon.

    In the file the states of a meeting and an action have no word: the domain names them.
    """

    word: str
    tone: str
    icon: str = ""


@dataclass(frozen=True)
class Tokens:
    """What the look is made of. Lengths are units that the chosen scale multiplies, type sizes are points."""

    family: str
    font_files: tuple[str, ...]
    scales: tuple[float, ...]
    type_pt: Mapping[str, float]
    size: Mapping[str, int]
    breakpoints: Mapping[str, int]
    palettes: Mapping[str, Mapping[str, str]]
    status: Mapping[str, Mapping[str, StatusLook]]

    @classmethod
    def load(cls, path: Path) -> Tokens:
        """Raises OSError or KeyError when the file that ships with the program is damaged."""
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            family=data["font"]["family"],
            font_files=tuple(data["font"]["files"]),
            scales=tuple(data["scales"]),
            type_pt=data["type_pt"],
            size=data["size"],
            breakpoints={name: value for name, value in data["breakpoints"].items() if name != "about"},
            palettes=data["palettes"],
            status={
                group: {name: StatusLook(**{"word": "", **look}) for name, look in entries.items()}
                for group, entries in data["status"].items()
                if group != "about"
            },
        )
