"""Almby's issuing authority, its four signers and the protocol that they signed, made once for all tests here."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from cryptography import x509

from bra_desktop.signing.authority import IssuingAuthority, create_authority
from bra_desktop.signing.keys import SigningKey, read_signing_key
from bra_desktop.signing.pades import SigningAct, sign
from bra_desktop.signing.verdicts import ExpectedSignature
from bra_desktop.system.resources import resource_path
from tests.signing.fields_pdf import pdf_with_fields

SWEDISH_WINTER = timezone(timedelta(hours=1))
SIGNED_AT = datetime(2026, 12, 8, 14, 32, tzinfo=SWEDISH_WINTER)
NOW = datetime(2026, 12, 9, 8, 0, tzinfo=UTC)
VALID_FROM, VALID_TO = datetime(2024, 1, 1, tzinfo=UTC), datetime(2054, 1, 1, tzinfo=UTC)
PIN = "2468"
FONT = resource_path("fonts/NotoSans-Regular.ttf")
SIGNERS = (
    ("sekreterare", "sekreterare", "Anna Svedin"),
    ("ordforande", "ordförande", "Eva Lind"),
    ("justerare-1", "justerare", "Lars Hedman"),
    ("justerare-2", "justerare", "Ida Wallgren"),
)


def act(when: datetime = SIGNED_AT) -> SigningAct:
    """What everybody in these tests says when signing."""
    return SigningAct(when, "Justering av protokoll", "Almby")


@dataclass(frozen=True)
class SignedProtocol:
    """A locked file, its signed successor after each signature, and who was expected."""

    original: bytes
    steps: tuple[bytes, ...]
    expected: tuple[ExpectedSignature, ...]
    authority: IssuingAuthority
    keys: dict[str, SigningKey]

    @property
    def signed(self) -> bytes:
        return self.steps[-1]

    @property
    def roots(self) -> tuple[x509.Certificate, ...]:
        return (self.authority.certificate,)

    @property
    def original_sha256(self) -> str:
        return sha256(self.original).hexdigest()


@pytest.fixture(scope="session")
def authority() -> IssuingAuthority:
    return create_authority("Almby kommun", VALID_FROM, VALID_TO)


@pytest.fixture(scope="session")
def protocol(authority: IssuingAuthority) -> SignedProtocol:
    pdf = original = pdf_with_fields()
    keys, expected, steps = {}, [], []
    for field, role, person in SIGNERS:
        key = read_signing_key(authority.issue(person, "Almby kommun", PIN, VALID_FROM, VALID_TO), PIN, person)
        keys[person] = key
        expected.append(ExpectedSignature(field, role, person, key.fingerprint))
        pdf = sign(pdf, field, key, act(), FONT)
        steps.append(pdf)
    return SignedProtocol(original, tuple(steps), tuple(expected), authority, keys)
