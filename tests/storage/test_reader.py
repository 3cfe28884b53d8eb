"""Reading without the mapper: a row is an object whole, whether the mapper has been loaded or not."""

import dataclasses

import pytest

from bra_desktop.storage.domain_tables import TABLE_OF


@pytest.mark.parametrize("kind", TABLE_OF, ids=lambda kind: kind.__name__)
def test_a_row_fills_every_field_of_its_object(kind: type) -> None:
    assert {field.name for field in dataclasses.fields(kind)} == set(TABLE_OF[kind].columns.keys())
    assert not hasattr(kind, "__post_init__")
