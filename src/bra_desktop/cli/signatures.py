"""Signing and verifying on the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

from bra_desktop.cli.data import folder_to_fill, office_of, read_file
from bra_desktop.cli.parser import DONE, NO, Parser, add_data, add_json, answer, tell
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import SignerRole
from bra_desktop.domain.swedish import file_name
from bra_desktop.services.adjusted import certificates, signing, verifying
from bra_desktop.services.office import Office
from bra_desktop.system.results import write_result


def add_verbs(verbs: argparse._SubParsersAction[Parser]) -> None:
    """Declare the verbs of this module."""
    _add_sign(verbs)
    _add_verify(verbs)
    _add_certificates(verbs)


def _add_sign(verbs: argparse._SubParsersAction[Parser]) -> None:
    sign = verbs.add_parser(
        "sign",
        help="skriver under ett protokoll",
        description="Skriver under ett protokoll som är lämnat till justering, med en certifikatfil.\n\n"
        'Exempel: bra-desktop sign BRA-2026-12-03 --person "Eva Lind" --pkcs12 eva.p12 --pin-file pin.txt --data data',
    )
    sign.add_argument("ref", metavar="BETECKNING", help="mötets beteckning")
    sign.add_argument("--person", required=True, metavar="NAMN", help="den som skriver under")
    sign.add_argument("--as", dest="role", choices=[r.value for r in SignerRole], help="roll, om personen har flera")
    sign.add_argument("--pkcs12", required=True, type=Path, metavar="FIL", help="certifikatfil (.p12)")
    sign.add_argument("--pin-file", required=True, type=Path, metavar="FIL", help="fil med pinkoden (- = standard in)")
    sign.add_argument("--out", type=Path, metavar="MAPP", help="skriver även det underskrivna protokollet hit")
    add_data(sign)
    add_json(sign)
    sign.set_defaults(run=_sign)


def _add_verify(verbs: argparse._SubParsersAction[Parser]) -> None:
    verify = verbs.add_parser(
        "verify",
        help="prövar underskrifter",
        description="Prövar underskrivna protokoll, eller en hel mapp med data. Med --data prövas de mot kommunens\n"
        "egna låsta protokoll och registrerade certifikat.\n\nExempel: bra-desktop verify protokoll.pdf --data data",
    )
    verify.add_argument("files", nargs="+", type=Path, metavar="FIL", help="filer att pröva")
    verify.add_argument(
        "--trust",
        action="append",
        default=[],
        type=Path,
        metavar="FIL",
        help="certifikat (.pem) för en utfärdare som du litar på, när kommunens data inte finns här",
    )
    add_data(verify)
    add_json(verify)
    verify.set_defaults(run=_verify)


def _add_certificates(verbs: argparse._SubParsersAction[Parser]) -> None:
    issue = verbs.add_parser(
        "certificates",
        help="utfärdar certifikat",
        description="Utfärdar certifikatfiler från kommunens egen utfärdare och registrerar dem. Utfärdaren skapas\n"
        "första gången, med ett eget lösenord, i mappen utfardare bland kommunens data. Där kan bara du läsa den.\n"
        "Säkerhetskopian tar inte med den. Lämna varje certifikatfil och dess pinkod var för sig.\n\n"
        'Exempel: bra-desktop certificates "Eva Lind" --pin-file pin.txt --out ut --data data',
    )
    issue.add_argument("people", nargs="+", metavar="NAMN", help="personer i Register")
    issue.add_argument("--pin-file", required=True, type=Path, metavar="FIL", help="fil med pinkod (- = standard in)")
    issue.add_argument("--out", required=True, type=Path, metavar="MAPP", help="mapp för certifikatfilerna")
    add_data(issue)
    add_json(issue)
    issue.set_defaults(run=_certificates)


def _pin(path: Path) -> str:
    if str(path) == "-":
        pin = sys.stdin.readline()
    else:
        try:
            pin = read_file(path, "Filen med pinkoden").decode("utf-8")
        except UnicodeDecodeError:
            raise UserError(f"Filen med pinkoden {path.name} går inte att läsa som text.", where=str(path)) from None
    return pin.strip("\r\n")


def _sign(arguments: argparse.Namespace) -> int:
    role = SignerRole(arguments.role) if arguments.role else None
    pkcs12, pin = read_file(arguments.pkcs12, "Certifikatfilen"), _pin(arguments.pin_file)
    out = folder_to_fill(arguments.out) if arguments.out else None
    with office_of(arguments) as office:
        result = signing.sign(office, arguments.ref, arguments.person, pkcs12, pin, role)
    path = write_result(out / result.file_name, result.pdf) if out else None
    if arguments.as_json:
        answer(
            {
                "ref": arguments.ref,
                "adjusted": result.adjusted,
                "file": str(path) if path else "",
                "remark": result.remark,
            }
        )
        return DONE
    print(f"{arguments.person} har skrivit under {arguments.ref}.")
    if result.adjusted:
        print("Alla har skrivit under. Protokollet är justerat.")
    if result.remark:
        print(result.remark)
    if path:
        print(path)
    return DONE


def _verify(arguments: argparse.Namespace) -> int:
    trusted = [read_file(path, "Utfärdarens certifikat") for path in arguments.trust]
    with nullcontext() if arguments.data is None else office_of(arguments, to_read=True) as office:
        judged = [_judged(office, path, trusted) for path in arguments.files]
    if arguments.as_json:
        answer([_plain(verdict) for verdict, _ in judged])
    code = DONE if all(verdict.ok for verdict, _ in judged) else NO
    for verdict, error in judged:
        if error is not None:
            code = max(code, tell(error, as_json=arguments.as_json))
        elif not arguments.as_json:
            print(f"{verdict.file}: {verdict.why}")
            for one in verdict.signatures:
                print(f"  {one.name}, {one.role}: {one.why}")
    return code


def _judged(
    office: Office | None, path: Path, trusted: Sequence[bytes]
) -> tuple[verifying.FileVerdict, UserError | None]:
    """The verdict on one file, and why it could not be read; the other files are judged all the same."""
    try:
        return verifying.verify_path(office, path, trusted), None
    except UserError as error:
        error.where = error.where or str(path)
        why = f"Går inte att pröva: {error.text[:1].lower()}{error.text[1:]}"
        return verifying.FileVerdict(str(path), "unreadable", False, why), error


def _plain(verdict: verifying.FileVerdict) -> dict[str, object]:
    return {
        "file": verdict.file,
        "kind": verdict.kind,
        "ok": verdict.ok,
        "why": verdict.why,
        "signatures": [
            {
                "role": s.role,
                "name": s.name,
                "signed_at": s.signed_at.isoformat() if isinstance(s.signed_at, datetime) else None,
                "ok": s.ok,
                "why": s.why,
            }
            for s in verdict.signatures
        ],
    }


def _certificates(arguments: argparse.Namespace) -> int:
    pin = _pin(arguments.pin_file)
    is_new = not arguments.out.exists()
    out = folder_to_fill(arguments.out)
    if is_new:
        out.chmod(0o700)

    def place(one: certificates.IssuedCertificate) -> Path:
        return out / f"{file_name(one.person)}.p12"

    def files(issued: Sequence[certificates.IssuedCertificate], root: bytes) -> dict[Path, bytes]:
        return {**{place(one): one.pkcs12 for one in issued}, out / "utfardare.pem": root}

    with office_of(arguments) as office:
        issued = certificates.issue_from_kept_authority(office, arguments.people, pin, files=files)
    if arguments.as_json:
        answer([{"person": one.person, "file": str(place(one))} for one in issued])
    else:
        for one in issued:
            print(f"{one.person}: {place(one)}")
    return DONE
