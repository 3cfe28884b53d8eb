"""What is written to a meeting file is what is read from it, and the published schema describes both."""

import json
from datetime import date, datetime, time
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bra_desktop.domain import content as shape
from bra_desktop.domain.characters import forbidden_character
from bra_desktop.domain.kinds import ActionStatus, Ballot, Capacity, DecisionKind, DocumentProfile, Duty, MeetingState
from bra_desktop.domain.text import (
    Cell,
    Heading,
    ListItem,
    Paragraph,
    Row,
    Run,
    Table,
    TextDocument,
    plain_text,
    with_unique_ids,
)
from bra_desktop.exchange import meeting_file

texts = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30).filter(
    lambda text: forbidden_character(text) is None
)
runs = st.lists(st.builds(Run, texts, bold=st.booleans(), confidential=st.booleans()), max_size=3).map(tuple)
ids = st.text("abc1", min_size=1, max_size=4)
cells = st.builds(Cell, runs)
rows = st.builds(Row, st.lists(cells, min_size=1, max_size=3).map(tuple))
blocks = st.one_of(
    st.builds(Paragraph, ids, runs),
    st.builds(Heading, ids, st.integers(1, 4), runs),
    st.builds(ListItem, ids, st.integers(0, 8), st.booleans(), st.none() | st.integers(0, 40), runs),
    st.builds(Table, ids, st.lists(rows, min_size=1, max_size=3).map(tuple), caption=texts),
)
documents = st.lists(blocks, max_size=4).map(lambda found: TextDocument(with_unique_ids(tuple(found))))
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
days = st.dates(date(1990, 1, 1), date(2100, 1, 1))


named = texts.filter(str.strip)  # everybody and everything that is printed has a name


def items(number: int) -> st.SearchStrategy[shape.ItemContent]:
    decisions = st.lists(
        st.builds(
            shape.DecisionContent,
            ids.map(f"{number}{{}}".format),
            texts,
            kind=st.sampled_from(DecisionKind),
            until=st.none() | days,
        ),
        max_size=3,
        unique_by=lambda decision: decision.key,
    ).map(tuple)
    actions = st.builds(
        shape.ActionContent,
        st.just(f"a{number}"),
        texts,
        responsible=st.sampled_from([(), ("KLF",), ("KLF", "POL")]),
        due=st.none() | days,
        status=st.sampled_from(ActionStatus),
        everybody=st.booleans(),
    ).map(lambda action: (action,))
    votes = st.builds(
        shape.VoteContent,
        st.just(f"v{number}"),
        texts,
        texts,
        ballots=st.just((shape.BallotContent("P1", Ballot.YES),)),
        casting=st.none() | st.sampled_from(Ballot),
    ).map(lambda vote: (vote,))
    return st.builds(
        shape.ItemContent,
        st.just(f"i{number}"),
        named,
        paragraph=st.just(number + 1),
        text=documents,
        basis=documents,
        decisions=decisions,
        actions=actions,
        votes=votes,
        presenters=st.sampled_from([(), ("P1",)]),
        struck=st.booleans(),
        opened_at=st.none() | clocks,
    )


meetings = st.builds(
    shape.MeetingContent,
    st.sampled_from(["BRA-2026-12-03", "EST-1", "Å"]),
    st.builds(shape.MunicipalityContent, named),
    st.builds(shape.ForumContent, named, profile=st.sampled_from(DocumentProfile), quorum=st.none() | st.just(8)),
    days,
    clocks,
    title=texts,
    state=st.sampled_from(MeetingState),
    organisations=st.just(
        (shape.OrganisationContent("KLF", "Ledning"), shape.OrganisationContent("POL", "Polis", "POL"))
    ),
    people=named.map(lambda name: (shape.PersonContent("P1", name, organisation="POL"),)),
    participants=st.builds(
        shape.ParticipantContent,
        st.just("P1"),
        capacity=st.sampled_from(Capacity),
        stays=st.lists(
            st.builds(shape.StayContent, st.none() | clocks, st.none() | clocks, st.sampled_from(["", "i0"])),
            max_size=2,
        ).map(tuple),
    ).map(lambda participant: (participant,)),
    officers=st.sampled_from([(), (shape.OfficerContent(Duty.ADJUST, "P1", to_item="i0"),)]),
    adjustment=st.builds(
        shape.AdjustmentContent, texts, st.none() | st.builds(datetime.combine, days, clocks), st.none() | days
    ),
    items=st.tuples(items(0), items(1)),
    annexes=st.builds(shape.AnnexContent, st.just("b1"), texts, text=documents).map(lambda annex: (annex,)),
)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = meeting_file.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


@settings(max_examples=40)
@given(content=meetings)
def test_what_is_written_is_read_back_equal_fits_the_schema_and_is_written_as_the_same_bytes(
    validator: jsonschema.Draft202012Validator, content: shape.MeetingContent
) -> None:
    data = meeting_file.write(content)
    read = meeting_file.read(data, "möte.json")
    assert read == content
    assert meeting_file.write(read) == data
    validator.validate(json.loads(data))


@pytest.mark.parametrize(
    "words",
    [
        "<b>fet</b> & <script>",
        "🙂 👩‍🚒",
        "\u202eomvänd\u202c \u200fåt höger",
        "tab\toch mellanslag  två",
        "ett ord " * 131_072,
        "rad ett\nrad två",
    ],
)
def test_free_text_is_kept_exactly_in_one_paragraph(words: str) -> None:
    content = shape.MeetingContent(
        "BRA-1",
        shape.MunicipalityContent(words[:200]),
        shape.ForumContent("BRÅ"),
        date(2026, 12, 3),
        time(10),
        items=(shape.ItemContent("1", words[:300], text=TextDocument((Paragraph("p", (Run(words),)),))),),
    )
    read = meeting_file.read(meeting_file.write(content), "möte.json")
    assert read == content
    assert plain_text(read.items[0].text) == words


def test_a_plain_string_becomes_paragraphs_and_windows_line_ends_become_line_breaks() -> None:
    plain: dict[str, Any] = {
        "ref": "BRA-1",
        "municipality": {"name": "Almby kommun"},
        "forum": {"name": "BRÅ"},
        "date": "2026-12-03",
        "starts": "10:00",
        "items": [{"key": "1", "title": "Öppnande", "text": "Ett\r\noch två.\r\n\r\nTre."}],
    }
    (item,) = meeting_file.read(b"\xef\xbb\xbf" + json.dumps(plain).encode(), "möte.json").items
    assert [plain_text(TextDocument((block,))) for block in item.text.blocks] == ["Ett\noch två.", "Tre."]


def test_keys_inside_an_item_need_only_differ_there() -> None:
    plain: dict[str, Any] = {
        "ref": "BRA-1",
        "municipality": {"name": "Almby kommun"},
        "forum": {"name": "BRÅ"},
        "date": "2026-12-03",
        "starts": "10:00",
        "items": [
            {
                "key": key,
                "title": "Information",
                "decisions": [{"key": "b1", "text": "notera"}],
                "actions": [{"key": "å1", "text": "gör", "decision": "b1"}],
            }
            for key in ("38", "39")
        ],
    }
    first, second = meeting_file.read(json.dumps(plain).encode(), "möte.json").items
    assert first.decisions[0].key == "b1"
    assert second.decisions[0].key == "39.b1"
    assert second.actions[0].decision == "39.b1"


def test_every_field_of_the_schema_is_described_in_swedish_words() -> None:
    undescribed: list[str] = []

    def look(value: Any) -> None:
        if isinstance(value, dict):
            for name, part in value.get("properties", {}).items():
                if name not in ("forum", "organisation", "person", "status", "text", "version") and (
                    part.get("description", name) == name
                ):
                    undescribed.append(name)
            for part in value.values():
                look(part)
        elif isinstance(value, list):
            for part in value:
                look(part)

    look(meeting_file.schema())
    assert undescribed == []


def test_the_schema_refuses_what_the_reader_refuses(validator: jsonschema.Draft202012Validator) -> None:
    good: dict[str, Any] = {
        "ref": "BRA-1",
        "municipality": {"name": "Almby kommun"},
        "forum": {"name": "BRÅ"},
        "date": "2026-12-03",
        "starts": "10:00",
    }
    validator.validate(good)
    for change in (
        {"date": "2026-02-30"},
        {"starts": "25:00"},
        {"ref": "../x"},
        {"rubrik": "x"},
        {"state": "paus"},
        {"version": -1},
        {"items": [{"title": "utan nyckel"}]},
        {"format": 2},
    ):
        assert list(validator.iter_errors({**good, **change})), change
