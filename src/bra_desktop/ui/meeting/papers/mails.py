"""The mails of a meeting: opened in the computer's own mail program, or saved where it has none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from bra_desktop.domain.content import MeetingContent
from bra_desktop.domain.extracts import Choice
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.swedish import listing, plural
from bra_desktop.services.office import Office
from bra_desktop.services.papers import mailing, mailing_extracts
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.services.papers.mailing import Mail, mail_kinds, mail_words
from bra_desktop.services.papers.sent import SUPPLEMENT
from bra_desktop.ui.handing_out import write_out
from bra_desktop.ui.meeting.papers.document_kinds import EXTRACT, is_kept, paper_of
from bra_desktop.ui.meeting.presenter import CHANGED, Loaded
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.running import Runner
from bra_desktop.ui.widgets.file_choice import CALENDAR, MAIL, file_to_save

_OF_PAPER = {
    "notice": "notice_mail",
    "protocol": "decided_mail",
    "notes": "decided_mail",
    "decisions": "decided_mail",
    SUPPLEMENT: SUPPLEMENT,
}
HANDED_OVER = "Brevet är lämnat till datorns e-postprogram."
_NAMED = 3
"""So many of those without an address are named in a message."""
_IN_CALENDARS = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.CANCELLED)


class MeetingMails:
    """`open_file` hands a file to the program that the computer opens it with, and answers whether there is one.

    `choose_place` asks where a file goes (title, file name, kinds).
    """

    def __init__(self, page: QWidget, context: PageContext, runner: Runner, office: Office) -> None:
        self._context, self._runner, self._office = context, runner, office
        self.open_file: Callable[[Path], bool] = lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self.choose_place: Callable[[str, str, str], Path | None] = lambda title, name, kinds: file_to_save(
            page, title, name, kinds
        )

    def add_to(self, menu: QMenu, content: MeetingContent) -> None:
        """What there is to send of the meeting as it stands."""
        for kind in mail_kinds(content):
            menu.addAction(mail_words(content, kind), partial(self.open, content.ref, kind))
        if content.state in _IN_CALENDARS:
            menu.addAction("Spara kalenderfil…", lambda: self.save_calendar(content))

    def open(self, ref: str, kind: str) -> None:
        """Writes the mail of that kind, or of the kept paper of that key, and opens it.

        The next supplement is kept by that, so that the one after it tells what is new then.
        """
        office = self._office
        if kind == SUPPLEMENT:
            self._runner.write(lambda: mailing.send_supplement_mail(office, ref), self._show, CHANGED)
            return
        messages = self._context.messages
        write = mailing_extracts.mail_kept if is_kept(kind) else mailing.make_mail
        held = self._runner.work(
            lambda _report: write(office, ref, kind),
            self._written,
            messages.show_work,
            cancelled=messages.end_work,
        )
        messages.begin_work("Skriver brevet", held.cancel)

    def open_extract(self, ref: str, choice: Choice) -> None:
        """Writes the mail with an extract and opens it; the extract is kept by that, with to whom."""
        office = self._office
        self._runner.write(lambda: mailing_extracts.send_extract_mail(office, ref, choice), self._show, CHANGED)

    def save_calendar(self, content: MeetingContent) -> None:
        """Saves the meeting as a calendar file."""
        office, name = self._office, mailing.calendar_name(content)
        if (path := self.choose_place("Spara kalenderfil", name, CALENDAR)) is None:
            return
        self._runner.read(
            lambda: write_out(path, mailing.make_calendar_file(office, content.ref).content),
            lambda _none: self._context.messages.finished(f"{path.name} är sparad."),
        )

    def _written(self, mail: Mail) -> None:
        self._context.messages.end_work()
        self._show(mail)

    def _show(self, mail: Mail) -> None:
        from bra_desktop.system.handed_over import hand_over

        self._runner.read(
            lambda: hand_over(mail.draft.file_name, mail.draft.content), lambda path: self._hand_over(path, mail)
        )

    def _hand_over(self, path: Path, mail: Mail) -> None:
        messages = self._context.messages
        if self.open_file(path):
            # The computer answers that it tries, on some desktops also where no program takes the file.
            messages.finished(
                " ".join(filter(None, (HANDED_OVER, mail.remark, missing(mail), "Öppnades det inte?"))),
                "Spara brevet…",
                lambda: self._save(mail.draft),
            )
            return
        messages.refuse(
            "Datorn har inget program som öppnar e-postfiler. Spara brevet och öppna det i ditt e-postprogram.",
            "Spara som…",
            lambda: self._save(mail.draft),
        )

    def _save(self, draft: MadeDocument) -> None:
        if (path := self.choose_place("Spara brevet", draft.file_name, MAIL)) is not None:
            self._runner.read(
                lambda: write_out(path, draft.content),
                lambda _none: self._context.messages.finished(f"{path.name} är sparad."),
            )


def mail_of_paper(loaded: Loaded, key: str) -> str:
    """The mail that goes out with a paper that is shown, empty when there is none."""
    paper, mails = paper_of(loaded, key), mail_kinds(loaded.view.content)
    if paper is not None and paper.kind == EXTRACT:
        return paper.key
    if paper is not None and paper.kind == SUPPLEMENT:
        return paper.key if "notice_mail" in mails else ""
    wanted = _OF_PAPER.get(paper.kind if paper else key, "")
    return wanted if wanted == SUPPLEMENT or wanted in mails else ""


def missing(mail: Mail) -> str:
    """Who is not among its addressees."""
    names = mail.without_address
    if not names:
        return ""
    if len(names) > _NAMED:
        return f"{plural(len(names), 'person', 'personer')} saknar e-postadress i Register."
    return f"{listing(names)} saknar e-postadress i Register."
