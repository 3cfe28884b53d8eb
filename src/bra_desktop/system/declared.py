"""Every setting of the program, declared once."""

from __future__ import annotations

from bra_desktop.system.settings import Setting

APPEARANCE = Setting(
    "appearance",
    "system",
    "Utseende",
    "”Som datorn” växlar mellan ljust och mörkt när datorn gör det.",
    choices=(("system", "Som datorn"), ("light", "Ljust"), ("dark", "Mörkt"), ("high-contrast", "Hög kontrast")),
)
TEXT_SIZE = Setting(
    "text_size",
    100,
    "Storlek",
    "Storleken gäller text, knappar och ikoner i hela fönstret.",
    choices=((85, "Liten"), (100, "Vanlig"), (125, "Stor"), (160, "Störst")),
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
