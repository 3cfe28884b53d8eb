"""The self-test of an installation: everything once, in a temporary folder that is removed afterwards."""

from __future__ import annotations

import json
import tempfile
import traceback
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.kinds import DecisionKind, Duty, ItemType, MeetingState, Role
from bra_desktop.domain.register import Membership, Organisation, Person, Seat
from bra_desktop.domain.text import plain_document
from bra_desktop.plays.stage import Stage
from bra_desktop.services import actions, keeping, reading, register, setting_up
from bra_desktop.services.adjusted import adjustment, certificates, signing, verifying
from bra_desktop.services.live import attendance, decisions, minutes, opening
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.papers import documents, follow_up
from bra_desktop.services.preparing import agendas, notice, planning

SECRETARY, CHAIR, ADJUSTER = "Siv Prov", "Olle Åström", "Märta Ek"
DAY = date(2026, 3, 5)


def play(window_works: Callable[[], None]) -> int:
    """Run every check and print a line each; answers 0 when all passed. ``window_works`` raises when it does not."""
    with tempfile.TemporaryDirectory(prefix="bra-self-test-") as folder:
        test = _SelfTest(Path(folder))
        try:
            test.check("Fönster", window_works)
            test.check("Databas", test.database)
            test.check("Möte från planering till utkast", test.meeting)
            test.check("Kallelse och protokoll som taggad PDF/A", test.documents)
            test.check("Underskrifter gjorda och prövade", test.signatures)
            test.check("Ändrad fil avslöjas", test.tampering)
            test.check("Mötesfil ut och in", test.meeting_file)
            test.check("Excel ut och in", test.excel)
            test.check("Säkerhetskopia och återläsning", test.backup)
            test.check("Kontroll av allt", test.everything)
        finally:
            test.close()
    print(f"{test.passed} passed, {test.failed} failed")
    return 1 if test.failed else 0


class _SelfTest:
    """The checks, each standing on what the earlier ones made."""

    def __init__(self, folder: Path) -> None:
        self.passed = self.failed = 0
        self._folder = folder
        self._data = folder / "data"
        self._data.mkdir()
        self._stage: Stage | None = None
        self._ref = ""
        self._signed = folder / "underskrivet.pdf"

    def check(self, what: str, act: Callable[[], None]) -> None:
        """Run one check and print how it went."""
        try:
            act()
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is what the self-test is to tell
            self.failed += 1
            print(f"FEL  {what}: {error}")
            traceback.print_exc()
        else:
            self.passed += 1
            print(f"ok   {what}")

    def close(self) -> None:
        """Let go of the data."""
        if self._stage is not None:
            self._stage.close()

    @property
    def stage(self) -> Stage:
        """The stage that the database check made."""
        if self._stage is None:
            raise RuntimeError("Databasen kunde inte skapas.")
        return self._stage

    def database(self) -> None:
        """A new municipality with a council of three."""
        self._stage = Stage(self._data, SECRETARY, print)
        office = self._stage.office
        self._stage.at(date(2026, 2, 2))
        secretary = setting_up.create_municipality(office, "Provby kommun", SECRETARY, "sekreterare")
        council = next(f for f in reading.forums(office) if f.short_name == "BRÅ")
        home = register.add(office, Organisation(id=office.new_id(), name="Gatukontoret", receives_sheets=True))
        for position, (name, role) in enumerate(((CHAIR, Role.CHAIR), (ADJUSTER, Role.MEMBER))):
            person = register.add(office, Person(id=office.new_id(), name=name, organisation_id=home.id))
            seat = register.add(office, Seat(id=office.new_id(), forum_id=council.id, position=position))
            register.add(
                office,
                Membership(id=office.new_id(), forum_id=council.id, person_id=person.id, role=role, seat_id=seat.id),
            )
        _must(secretary in {p.id for p in reading.people(office)}, "personen finns")

    def meeting(self) -> None:
        """Plan, call, hold and close a meeting."""
        office = self.stage.office
        council = next(f for f in reading.forums(office) if f.short_name == "BRÅ")
        items = agendas.suggested_agenda(office, council.id, DAY)[:4]
        self._ref = planning.plan_meeting(
            office, planning.MeetingPlan(council.id, DAY, time(10), place="Rådhuset", items=items)
        )
        notice.send_notice(office, self._ref)
        self.stage.at(DAY, time(10))
        view = reading.meeting_view(office, self._ref)
        for participant in view.participants.values():
            attendance.mark_present(office, participant)
        opening.open_meeting(office, self._ref)
        for item in view.content.items:
            minutes.take_up(office, item.key)
            minutes.save_text(office, item.key, plain_document("Å, ä, ö, É, § 41 – och ”citat”.", item.key))
            decisions.add_decision(office, item.key, "att notera informationen.", DecisionKind.NOTE)
            if item.type is ItemType.ELECTION:
                adjuster = next(p.key for p in view.content.people if p.name == ADJUSTER)
                attendance.appoint(office, self._ref, Duty.ADJUST, adjuster)
        organisation = next(o for o in reading.organisations(office) if o.name == "Gatukontoret")
        actions.add_action(
            office,
            actions.NewAction(
                "=Laga lampan", responsible=(organisation.id,), item_id=view.content.items[-1].key, due=DAY
            ),
        )
        self.stage.at(DAY, time(11))
        opening.close_meeting(office, self._ref)
        _must(office.content(self._ref).paragraphs == (1, 2, 3, 4), "§§ 1–4 är givna")

    def documents(self) -> None:
        """The papers carry tags and the marks of PDF/A-2a and PDF/UA-1, and are the same bytes twice."""
        for kind in ("notice", "agenda", "protocol"):
            made = documents.make(self.stage.office, self._ref, kind).content
            for mark in (b"/StructTreeRoot", b"pdfaid:part", b"pdfuaid:part", b"/MarkInfo"):
                _must(mark in _unpacked(made), f"{kind} har {mark.decode()}")
            _must(made == documents.make(self.stage.office, self._ref, kind).content, f"{kind} är lika två gånger")

    def signatures(self) -> None:
        """Freeze, sign by all and verify."""
        office = self.stage.office
        adjustment.hand_to_review(office, self._ref)
        adjustment.hand_to_adjustment(office, self._ref)
        issued = certificates.issue_certificates(
            office, self._folder / "utfardare.p12", "hemligt", (SECRETARY, CHAIR, ADJUSTER), "1234"
        )
        files = {one.person: one.pkcs12 for one in issued}
        for signer in reading.meeting_view(office, self._ref).signers:
            result = signing.sign(office, self._ref, signer.name, files[signer.name], "1234", signer.role)
        self._signed.write_bytes(result.pdf)
        _must(result.adjusted, "protokollet är justerat")
        _must(verifying.verify_path(office, self._signed).ok, "underskrifterna håller")

    def tampering(self) -> None:
        """A changed byte and bytes appended are refused."""
        good = self._signed.read_bytes()
        bad = self._folder / "andrad.pdf"
        for content in (good[:500] + bytes([good[500] ^ 1]) + good[501:], good + b"\n"):
            bad.write_bytes(content)
            _must(not verifying.verify_path(self.stage.office, bad).ok, "ändringen avslöjas")

    def meeting_file(self) -> None:
        """The frozen meeting goes out as a file and comes in again the same."""
        office = self.stage.office
        from bra_desktop.exchange import meeting_file

        written = meeting_files.export_meeting(office, self._ref)
        _must(json.loads(written)["ref"] == self._ref, "beteckningen följer med")
        content: MeetingContent = meeting_file.read(written, "prov.json")
        _must(content == office.content(self._ref), "filen säger samma sak som mötet")
        _must(content.state is MeetingState.ADJUSTED, "läget följer med")

    def excel(self) -> None:
        """A workbook is written and read back; text that looks like a formula stays text."""
        from io import BytesIO

        from openpyxl import load_workbook

        book = follow_up.workbooks(self.stage.office)[0]
        sheet = load_workbook(BytesIO(book.content))["Åtgärder"]
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=Laga lampan"]
        _must(bool(cells) and all(cell.data_type == "s" for cell in cells), "texten är text")

    def backup(self) -> None:
        """A backup is written, and restored into an empty folder."""
        file, place = self._folder / "kopia.brabackup", self._folder / "aterlast"
        keeping.back_up(self.stage.office, file)
        keeping.restore(file, place)
        _must(verifying.verify_path(None, place).ok, "den återlästa mappen stämmer")

    def everything(self) -> None:
        """The check of everything finds nothing."""
        findings = keeping.check(self.stage.office)
        _must(not findings, "; ".join(f"{f.where}: {f.what}" for f in findings))


def _unpacked(pdf: bytes) -> bytes:
    from io import BytesIO

    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return out.getvalue()


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise RuntimeError(f"Stämmer inte: {what}")
