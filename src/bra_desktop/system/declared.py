"""Every setting of the program, declared once; the settings page is made from this list."""

from __future__ import annotations

from typing import Any

from bra_desktop.system.settings import Setting

APPEARANCE = Setting(
    "appearance",
    "system",
    "Utseende",
    "Ljust, mörkt eller som resten av datorn.",
    choices=(("system", "Som datorn"), ("light", "Ljust"), ("dark", "Mörkt")),
)
TEXT_SIZE = Setting(
    "text_size",
    100,
    "Textstorlek",
    "Procent av den vanliga storleken. Större text hjälper vid projektor.",
    between=(80, 200),
)
REDUCED_MOTION = Setting(
    "reduced_motion", False, "Mindre rörelse", "Fönstret visar nya lägen direkt, utan rörliga övergångar."
)
ACTOR = Setting("actor", "", "Ditt namn", "Namnet står i ändringshistoriken vid det som du sparar på den här datorn.")
DATA_FOLDER = Setting(
    "data_folder",
    "",
    "Mapp för kommunens data",
    "Tomt betyder den plats som programmet väljer. Gäller från nästa start.",
)
BACKUP_FOLDER = Setting(
    "backup_folder", "", "Plats för säkerhetskopior", "Välj helst en annan enhet, så att en trasig disk inte tar båda."
)

DECLARED: tuple[Setting[Any], ...] = (APPEARANCE, TEXT_SIZE, REDUCED_MOTION, ACTOR, DATA_FOLDER, BACKUP_FOLDER)
