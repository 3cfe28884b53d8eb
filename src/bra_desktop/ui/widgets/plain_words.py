"""The words of a text field as they were typed. Qt's own toPlainText makes hard spaces, as in § 30, ordinary ones."""

from PySide6.QtWidgets import QPlainTextEdit

_BREAKS = str.maketrans(dict.fromkeys("\u2028\u2029\ufdd0\ufdd1", "\n"))


def words_of(edit: QPlainTextEdit) -> str:
    """What stands in the field, its lines parted by line feeds."""
    return plain_words(edit.document().toRawText())


def plain_words(raw: str) -> str:
    """Qt's raw text with line feeds for its signs of paragraphs, lines and tables."""
    return raw.translate(_BREAKS)
