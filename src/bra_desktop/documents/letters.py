"""What a mail about a meeting says: that it will be, that something is new, that it won't be, what it decided.

A mail can end up anywhere, so nothing that is marked as confidential stands in one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bra_desktop.documents import naming
from bra_desktop.documents.blocks import AgendaRow
from bra_desktop.documents.called import writer
from bra_desktop.documents.extract import items_words
from bra_desktop.documents.item_wording import clauses, ended, reservation_words
from bra_desktop.documents.list_frame import items_in_order
from bra_desktop.documents.new_annexes import annexes_lines, new_annexes
from bra_desktop.documents.notice import prevented, timed
from bra_desktop.documents.supplement import Before, News, changed_words, public_before, public_news
from bra_desktop.documents.text_blocks import Runs
from bra_desktop.domain.confidentiality import page_words, public_version
from bra_desktop.domain.content import ActionContent, ItemContent, MeetingContent, NoticeContent
from bra_desktop.domain.headings import PaperHeading, heading_words, notice_in_text
from bra_desktop.domain.kinds import DocumentProfile, Duty, Role
from bra_desktop.domain.numbering import STRUCK_TEXT
from bra_desktop.domain.officers import named
from bra_desktop.domain.struck import without_annexes_of_struck
from bra_desktop.domain.swedish import capital_first, genitive, listing
from bra_desktop.domain.swedish_dates import clock_range, date_in_text, long_date
from bra_desktop.domain.text import plain_text

REMOVED = "Uppgifter som är sekretessmarkerade finns inte med i det här brevet."
_MOVES = "som en kalenderfil, som flyttar det i kalendern"
_MAY_CHANGE = "Protokollet är inte justerat än, och lydelsen kan ändras."


@dataclass(frozen=True)
class Letter:
    """The subject and the text of a mail, its paragraphs parted by an empty line."""

    subject: str
    text: str


@dataclass(frozen=True)
class Along:
    """Whether annexes go with a mail as files, and the titles of those that are too large to."""

    files: bool = False
    left: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What the mail says of it."""
        said = ["Handlingarna följer med som egna filer."] if self.files else []
        if self.left:
            what = "Den här handlingen" if len(self.left) == 1 else "De här handlingarna"
            said.append(f"{what} är för stor{'' if len(self.left) == 1 else 'a'} för ett brev: {listing(self.left)}.")
            said.append("Svara på brevet, så lämnas det ut på annat sätt.")
        return " ".join(said)


def notice_letter(content: MeetingContent, again: str = "", along: Along = Along()) -> Letter:
    """The notice in short, with the timed agenda; the notice itself goes with it as a file.

    ``again``: what :func:`sent_again` says, where the meeting has changed since. ``along`` are the annexes' files.
    """
    shown = public_version(content)
    the_meeting = naming.the_meeting(shown.forum)
    parts = [
        f"här kommer {notice_in_text(shown.forum)} {_to_the_meeting(shown)}.",
        again,
        _when_and_where(shown),
        plain_text(shown.notice.text),
        prevented(shown),
        agenda_words(shown),
        f"{capital_first(notice_in_text(shown.forum))} följer med som pdf och {the_meeting} som en kalenderfil.",
        along.words,
    ]
    return _letter(content, f"{heading_words(shown.forum, PaperHeading.NOTICE)}: {_meeting(shown)}", parts)


def supplement_letter(
    content: MeetingContent, news: News, number: int, again: str = "", along: Along = Along()
) -> Letter:
    """What is new since the notice; the supplement itself goes with it as a file.

    ``again`` and ``along`` are as of a notice.
    """
    whole, content = content, without_annexes_of_struck(content)
    shown, news = public_version(content, whole), public_news(whole, news)
    items = [_in_agenda(row) for row in timed(shown, only=news.items).rows if not row.group]
    the_meeting, annexes = naming.the_meeting(shown.forum), annexes_lines(new_annexes(content, shown, news.annexes))
    parts = [
        f"här kommer det som är nytt till {_its_meeting(shown)} {long_date(shown.date)}.",
        again,
        "I övrigt gäller det som är skickat tidigare.",
        "\n".join(changed_words(shown, news.before)) if news.before else "",
        _listed("Nya punkter", items),
        _listed("Nya handlingar", annexes),
        f"Kompletteringen följer med som pdf{f' och {the_meeting} {_MOVES}' if news.before else ''}.",
        along.words,
    ]
    return _letter(content, f"Komplettering {number}: {_meeting(shown)}", parts)


def _to_the_meeting(content: MeetingContent) -> str:
    """Whose meeting it is; a word of the forum's own may tell already that it is to one."""
    tells = "till" in notice_in_text(content.forum).split()
    return f"med {_organ(content)}" if tells else f"till {_its_meeting(content)}"


def _its_meeting(content: MeetingContent) -> str:
    return f"{genitive(_organ(content))} {naming.meeting_word(content.forum)}"


def sent_again(paper: str, sent_on: date, content: MeetingContent, before: Before) -> str:
    """That a paper (Kallelsen) comes once more as it was; and when and where it is, if that was otherwise then."""
    day = date_in_text(sent_on)
    said = f"{paper} är densamma som skickades den {day}. Det som är nytt sedan dess berättas i en komplettering."
    return "\n".join((said, *changed_words(public_version(content), public_before(content, before))))


def cancelled_letter(content: MeetingContent) -> Letter:
    """That the meeting won't be held."""
    shown = public_version(content)
    parts = [
        f"{_its_meeting(shown)} {_when(shown)} är inställt.",
        f"Kalenderfilen som följer med stryker {naming.the_meeting(shown.forum)} i kalendern.",
    ]
    return _letter(content, f"Inställt: {_meeting(shown)}", parts, removed=False)


def decided_letter(content: MeetingContent) -> Letter:
    """What was decided and who is to do what, item by item, before the protocol is adjusted or after it."""
    shown = naming.with_plain_numbers(public_version(content))
    told = [item for item in items_in_order(shown) if item.decisions or item.actions]
    notes, day = shown.forum.profile is DocumentProfile.NOTES, date_in_text(shown.date)
    said = f"det här kom vi fram till den {day}." if notes else f"det här beslutade {_organ(shown)} den {day}."
    parts = [f"{said} {_standing(shown)}".strip(), *(_item(shown, item) for item in told)]
    return _letter(content, f"{decided_words(content)}: {_meeting(shown, at=False)}", parts)


def decided_words(content: MeetingContent) -> str:
    """What such a mail is called: notes decide nothing."""
    return "Det här kom vi fram till" if content.forum.profile is DocumentProfile.NOTES else "Det här beslutades"


def extract_letter(content: MeetingContent, items: Sequence[str]) -> Letter:
    """That an extract with those items (keys) comes, and how far the adjustment has come."""
    part = replace(content, items=tuple(content.item(key) for key in items), annexes=(), notice=NoticeContent())
    shown = public_version(part, content)
    number = items_words(content, items)
    parts = [
        f"här kommer ett utdrag ur {genitive(_organ(shown))} protokoll den {date_in_text(shown.date)}.",
        "\n".join(f"{naming.item_number(shown.forum, i)}  {i.title}".strip() for i in shown.items),
        _standing(shown),
        "Utdraget följer med som pdf.",
    ]
    organ = shown.forum.short_name or shown.forum.name
    name = heading_words(shown.forum, PaperHeading.EXTRACT)
    return _letter(part, f"{name} {number}: {organ} {long_date(shown.date)}", parts)


def handed_out_letter(content: MeetingContent, name: str, handed_out: date) -> Letter:
    """That an extract of that name comes once more, as it was handed out, and how far the adjustment has come."""
    whose = f"{genitive(_organ(content))} protokoll den {date_in_text(content.date)}"
    parts = [
        f"här kommer ett utdrag ur {whose}, som det lämnades ut den {date_in_text(handed_out)}.",
        _standing(content),
        "Utdraget följer med som pdf.",
    ]
    return _letter(content, name.partition(" till ")[0], parts, removed=False)


def agenda_words(content: MeetingContent) -> str:
    """The timed agenda, a line for each item and break."""
    lines = []
    for row in timed(content).rows:
        lines.append("  ".join(part for part in (row.time, _in_agenda(row)) if part))
    return _listed(content.forum.agenda_word, lines)


def _in_agenda(row: AgendaRow) -> str:
    title = f"{row.title} (utgår)" if STRUCK_TEXT in row.notes else row.title
    return f"{row.number}.  {title}" if row.number else title


def _letter(content: MeetingContent, subject: str, parts: Iterable[str], *, removed: bool = True) -> Letter:
    withheld = REMOVED if removed and page_words(content, public=True) else ""
    whole = ["Hej,", *parts, withheld, _farewell(content)]
    return Letter(subject, "\n\n".join(part.strip() for part in whole if part.strip()) + "\n")


def _organ(content: MeetingContent) -> str:
    return content.forum.definite or content.forum.name


def _meeting(content: MeetingContent, *, at: bool = True) -> str:
    """BRÅ torsdag 3 december 2026 kl. 10.00; without ``at`` the day alone, as of one that has been held."""
    day = f"{content.forum.short_name or content.forum.name} {long_date(content.date)}"
    return f"{day} {clock_range(content.starts, None)}" if at else day


def _when_and_where(content: MeetingContent) -> str:
    lines = [f"Tid: {_when(content)}"]
    return "\n".join([*lines, f"Plats: {content.place}"] if content.place else lines)


def _when(content: MeetingContent) -> str:
    return f"{long_date(content.date)} {clock_range(content.starts, content.ends)}"


def _listed(heading: str, lines: Iterable[str]) -> str:
    shown = [line for line in lines if line]
    return "\n".join([heading, *shown]) if shown else ""


def _standing(content: MeetingContent) -> str:
    if content.forum.profile is DocumentProfile.NOTES:
        return "" if content.state.is_frozen else "Anteckningarna är inte fastställda än, och lydelsen kan ändras."
    adjusted = content.adjustment.adjusted_on
    return f"Protokollet justerades den {date_in_text(adjusted)}." if adjusted else _MAY_CHANGE


def _item(content: MeetingContent, item: ItemContent) -> str:
    number = naming.item_number(content.forum, item)
    lines = [f"{number}  {item.title}" if number else item.title]
    lines += [f"att {_words(clause.runs)}" for clause in clauses([d.text for d in item.decisions])]
    lines += [reservation_words(content, reservation) for reservation in item.reservations]
    lines += [_action(content, action) for action in item.actions]
    return "\n".join(lines)


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _action(content: MeetingContent, action: ActionContent) -> str:
    who = naming.responsible(content, action)
    said = [f"Åtgärd: {ended(action.text, '.')}"]
    if who:
        said.append(f"Ansvarig: {ended(who, '.')}")
    if action.due:
        said.append(f"Senast den {date_in_text(action.due)}.")
    return " ".join(said)


def _farewell(content: MeetingContent) -> str:
    keys = [o.person for o in named(content, Duty.MINUTES)] or [
        p.person for p in content.participants if p.role is Role.SECRETARY
    ]
    if not keys:
        return ""
    person = content.person(keys[0])
    beside = person.title or writer(content)
    return "\n".join(part for part in ("Vänliga hälsningar", person.name, capital_first(beside), person.email) if part)
