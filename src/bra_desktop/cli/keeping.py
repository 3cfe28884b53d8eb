"""Follow-up sheets, search, backup, restore and check on the command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bra_desktop.cli.data import folder_to_fill, office_of
from bra_desktop.cli.parser import DONE, NO, Parser, add_data, add_json, answer
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.swedish import plural
from bra_desktop.services import keeping, searching
from bra_desktop.services.papers import follow_up
from bra_desktop.system.results import write_results

KIND_WORDS = {"title": "rubrik", "text": "text", "decision": "beslut", "action": "åtgärd"}


def add_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    """Declare the verbs of this module."""
    sheets = verbs.add_parser(
        "follow-up",
        help="uppföljningsark",
        description="Ark till förvaltningarna.\n\nExempel: bra-desktop follow-up export --out ark --data data",
    )
    export = sheets.add_subparsers(metavar="SAK", required=True, parser_class=Parser, dest="thing").add_parser(
        "export",
        help="skapar uppföljningsark",
        description="Skapar ett uppföljningsark för varje ansvarig organisation och ett för alla.\n\n"
        "Exempel: bra-desktop follow-up export --out ark --data data",
    )
    export.add_argument("--out", required=True, type=Path, metavar="MAPP", help="mapp att skriva till")
    add_data(export)
    add_json(export)
    export.set_defaults(run=_export)
    _add_search(verbs)
    _add_backup(verbs)
    check = verbs.add_parser(
        "check",
        help="kontrollerar allt",
        description="Kontrollerar databasen, låsen, historiken, de låsta protokollen och bilagorna.\n\n"
        "Exempel: bra-desktop check --data data",
    )
    add_data(check)
    add_json(check)
    check.set_defaults(run=_check)


def _add_search(verbs: argparse._SubParsersAction[Parser]) -> None:
    search = verbs.add_parser(
        "search",
        help="söker i allt",
        description="Söker ord i möten, beslut och åtgärder.\n\nExempel: bra-desktop search belysning --data data",
    )
    search.add_argument("words", nargs="+", metavar="ORD", help="ord som alla ska finnas")
    add_data(search)
    add_json(search)
    search.set_defaults(run=_search)


def _add_backup(verbs: argparse._SubParsersAction[Parser]) -> None:
    backup = verbs.add_parser(
        "backup",
        help="skapar en säkerhetskopia",
        description="Skriver allt till en fil, som prövas innan den räknas.\n\n"
        "Exempel: bra-desktop backup --out kopia.brabackup --data data",
    )
    backup.add_argument("--out", required=True, type=Path, metavar="FIL", help="filen att skriva")
    add_data(backup)
    add_json(backup)
    backup.set_defaults(run=_backup)
    restore = verbs.add_parser(
        "restore",
        help="återläser en säkerhetskopia",
        description="Återläser en säkerhetskopia till en tom mapp.\n\n"
        "Exempel: bra-desktop restore kopia.brabackup --data tom-mapp",
    )
    restore.add_argument("file", type=Path, metavar="FIL", help="säkerhetskopian")
    restore.add_argument("--data", type=Path, required=True, metavar="MAPP", help="tom mapp för data")
    add_json(restore)
    restore.set_defaults(run=_restore)


def _export(arguments: argparse.Namespace) -> int:
    out = folder_to_fill(arguments.out)
    with office_of(arguments, to_read=True) as office:
        books = follow_up.workbooks(office)
    write_results({out / book.file_name: book.content for book in books})
    files = [out / book.file_name for book in books]
    if withheld := follow_up.withheld_words(books):
        print(withheld, file=sys.stderr)
    if arguments.as_json:
        answer(
            [
                {"organisation": book.organisation, "actions": book.actions, "file": str(path)}
                for book, path in zip(books, files, strict=True)
            ]
        )
        return DONE
    for book, path in zip(books, files, strict=True):
        print(f"{book.organisation or 'Alla'}: {plural(book.actions, 'åtgärd', 'åtgärder')}: {path}")
    return DONE


def _search(arguments: argparse.Namespace) -> int:
    if not " ".join(arguments.words).strip():
        raise UserError("Skriv minst ett ord att söka efter, t.ex. belysning.", where="ORD")
    with office_of(arguments, to_read=True) as office:
        hits = searching.search(office, " ".join(arguments.words))
    if arguments.as_json:
        answer([{"ref": h.ref, "item": h.item, "kind": h.kind, "snippet": h.snippet} for h in hits])
        return DONE
    for hit in hits:
        print(f"{hit.ref} {hit.item} ({KIND_WORDS[hit.kind]}): {hit.snippet}")
    if not hits:
        print(f"Ingen träff på ”{' '.join(arguments.words)}”.")
    return DONE


def _backup(arguments: argparse.Namespace) -> int:
    with office_of(arguments, to_read=True) as office:
        made = keeping.back_up(office, arguments.out.expanduser().absolute())
    if arguments.as_json:
        answer({"file": str(arguments.out), "files": len(made.files), "changes": made.changes})
    else:
        print(f"Säkerhetskopian är skapad och prövad: {arguments.out}")
    return DONE


def _restore(arguments: argparse.Namespace) -> int:
    made = keeping.restore(arguments.file, arguments.data.expanduser().absolute())
    if arguments.as_json:
        answer({"data": str(arguments.data), "files": len(made.files)})
    else:
        print(f"Säkerhetskopian är återläst i {arguments.data}.")
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    with office_of(arguments, to_read=True) as office:
        findings = keeping.check(office)
    if arguments.as_json:
        answer({"ok": not findings, "findings": [{"where": f.where, "what": f.what} for f in findings]})
    elif findings:
        for finding in findings:
            print(f"{finding.where}: {finding.what}")
    else:
        print("Allt stämmer.")
    return NO if findings else DONE
