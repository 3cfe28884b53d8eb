"""The first day: a municipality with the usual forums, ready to plan a meeting in."""

from __future__ import annotations

from datetime import date

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import DocumentProfile, Numbering, OrganisationKind, Role
from bra_desktop.domain.register import Forum, Membership, Municipality, Organisation, Person
from bra_desktop.domain.swedish import genitive
from bra_desktop.services.office import Office
from bra_desktop.services.wording import check_words

USUAL_FORUMS = (
    ("Brottsförebyggande rådet", "BRÅ", "brottsförebyggande rådet", "bra", 7),
    ("BRÅ arbetsutskott", "BRÅ AU", "arbetsutskottet", "bra_au", 5),
    ("EST-grupp", "EST", "EST-gruppen", "est", 7),
    ("Operativ lägesbild", "OP", "lägesbildsgruppen", "lagesbild", 2),
)


def create_municipality(office: Office, name: str, person: str, title: str, *, with_forums: bool = True) -> str:
    """Begin with three fields: the municipality, your name and your title. Answers the person's id.

    You become the forums' secretary. Raises UserError for an empty field, RuleBroken when there is one already.
    """
    require_fields(name, person)
    check_words("Texten", "kommun", name, person, title)
    with office.work("Skapa kommun") as work:
        if work.all(Municipality):
            raise RuleBroken("Här finns redan en kommun. Välj en tom mapp.", where="kommun")
        work.add(Municipality(id=office.new_id(), name=name.strip(), genitive=genitive(name.strip())))
        home = Organisation(
            id=office.new_id(),
            name="Kommunledningsförvaltningen",
            short_name="Kommunledning",
            code="KLF",
            kind=OrganisationKind.DEPARTMENT,
            receives_sheets=True,
        )
        you = Person(id=office.new_id(), name=person.strip(), title=title.strip(), organisation_id=home.id)
        work.add(home, you)
        if with_forums:
            for forum in usual_forums(office):
                work.add(forum, _secretary(office, forum, you, office.today()))
        work.commit()
    return you.id


def require_fields(name: str, person: str) -> None:
    """Raises UserError for what has to be written before anything is made."""
    if not name.strip():
        raise UserError("Skriv kommunens namn, t.ex. Almby kommun.", where="kommun")
    if not person.strip():
        raise UserError("Skriv ditt namn, t.ex. Anna Svedin.", where="namn")


def usual_forums(office: Office) -> tuple[Forum, ...]:
    """The four forums that most municipalities have, by their agenda templates."""
    from bra_desktop.system.content import agenda_templates

    templates = {template.id: template for template in agenda_templates().templates}
    return tuple(
        Forum(
            id=office.new_id(),
            name=name,
            short_name=short,
            definite=definite,
            profile=DocumentProfile(templates[template].profile),
            numbering=Numbering(templates[template].numbering),
            meeting_minutes=templates[template].meeting_minutes,
            notice_days=days,
            template=template,
        )
        for name, short, definite, template, days in USUAL_FORUMS
    )


def _secretary(office: Office, forum: Forum, you: Person, day: date) -> Membership:
    return Membership(id=office.new_id(), forum_id=forum.id, person_id=you.id, role=Role.SECRETARY, valid_from=day)
