"""Tables of the register: municipality, organisations, people, forums, seats, memberships and own phrases."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from bra_desktop.domain.headings import HeadingWords
from bra_desktop.domain.item_sections import ItemSection
from bra_desktop.domain.kinds import DocumentProfile, Medium, Numbering, OrganisationKind, Role
from bra_desktop.storage.columns import LocalDate
from bra_desktop.storage.metadata import aggregate_columns, metadata, refers_to
from bra_desktop.storage.value_columns import Choice, Values

municipality = Table(
    "municipality",
    metadata,
    *aggregate_columns(),
    Column("name", Text, nullable=False),
    Column("genitive", Text, nullable=False),
    Column("county", Text, nullable=False),
    Column("contact_line", Text, nullable=False),
    Column("arms", Text, nullable=False),
    Column("archive_authority", Text, nullable=False),
    Column("diary_series", Values(str), nullable=False),
    Column("accent", Text, nullable=False),
    Column("embed_meeting_file", Boolean, nullable=False),
)

organisation = Table(
    "organisation",
    metadata,
    *aggregate_columns(),
    Column("name", Text, nullable=False),
    Column("short_name", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("kind", Choice(OrganisationKind), nullable=False),
    Column("email", Text, nullable=False),
    Column("receives_sheets", Boolean, nullable=False),
)

person = Table(
    "person",
    metadata,
    *aggregate_columns(),
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("organisation_id", Text, refers_to("organisation.id"), index=True),
    Column("party", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("phone", Text, nullable=False),
)

forum = Table(
    "forum",
    metadata,
    *aggregate_columns(),
    Column("name", Text, nullable=False),
    Column("short_name", Text, nullable=False),
    Column("definite", Text, nullable=False),
    Column("ref_prefix", Text, nullable=False),
    Column("profile", Choice(DocumentProfile), nullable=False),
    Column("numbering", Choice(Numbering), nullable=False),
    Column("number_prefix", Text, nullable=False),
    Column("series_start", Integer, nullable=False),
    Column("series_start_year", Integer),
    Column("quorum", Integer),
    Column("notice_days", Integer, nullable=False),
    Column("adjustment_days", Integer, nullable=False),
    Column("adjusters_word", Text, nullable=False),
    Column("agenda_word", Text, nullable=False),
    Column("numbered_decisions", Boolean, nullable=False),
    Column("remote_allowed", Boolean, nullable=False),
    Column("medium", Choice(Medium), nullable=False),
    Column("meeting_minutes", Integer, nullable=False),
    Column("default_place", Text, nullable=False),
    Column("default_start", Text, nullable=False),
    Column("template", Text, nullable=False),
    Column("ends_on", LocalDate),
    Column("sections", Values(ItemSection), nullable=False),
    Column("running_pages", Boolean, nullable=False),
    Column("page_start", Integer, nullable=False),
    Column("headings", Values(HeadingWords), nullable=False),
)

seat = Table(
    "seat",
    metadata,
    *aggregate_columns(),
    Column("forum_id", Text, refers_to("forum.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("organisation_id", Text, refers_to("organisation.id")),
    Column("party", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("valid_from", LocalDate),
    Column("valid_to", LocalDate),
)

membership = Table(
    "membership",
    metadata,
    *aggregate_columns(),
    Column("forum_id", Text, refers_to("forum.id"), nullable=False),
    Column("person_id", Text, refers_to("person.id"), nullable=False, index=True),
    Column("role", Choice(Role), nullable=False),
    Column("seat_id", Text, refers_to("seat.id")),
    Column("substitutes_for", Values(str), nullable=False),
    Column("position", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("valid_from", LocalDate),
    Column("valid_to", LocalDate),
    Index("ix_membership_forum_id_position", "forum_id", "position"),
)

number_series = Table(
    "number_series",
    metadata,
    *aggregate_columns(),
    Column("next_number", Integer, nullable=False),
    Column("given", Boolean, nullable=False),
)

own_phrase = Table(
    "own_phrase",
    metadata,
    *aggregate_columns(),
    Column("trigger", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("decision", Boolean, nullable=False),
    Column("profiles", Values(DocumentProfile), nullable=False),
    Column("forums", Values(str), nullable=False),
    Column("hidden", Boolean, nullable=False),
)
