"""Certificates: issued, read with a pin, refused in words that say whose they are."""

from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.signing.authority import IssuingAuthority, create_authority, read_authority
from bra_desktop.signing.keys import fingerprint, read_certificate, read_signing_key, require_holder, require_valid
from tests.signing.conftest import PIN, VALID_FROM, VALID_TO, SignedProtocol


def test_an_authority_is_named_after_its_municipality_in_the_genitive() -> None:
    authority = create_authority("Köpings", VALID_FROM, VALID_TO)
    assert authority.name == "Köpings utfärdare"


def test_an_issued_certificate_names_the_person_and_comes_from_the_authority(
    protocol: SignedProtocol, authority: IssuingAuthority
) -> None:
    key = protocol.keys["Eva Lind"]
    assert key.holder == "Eva Lind"
    key.certificate.verify_directly_issued_by(authority.certificate)
    assert authority.name == "Almby kommuns utfärdare"
    assert key.issuers == (authority.certificate,)


def test_a_certificate_never_outlives_the_authority(authority: IssuingAuthority) -> None:
    late = datetime(2099, 1, 1, tzinfo=UTC)
    key = read_signing_key(authority.issue("Nils Ekdahl", "Almby kommun", PIN, VALID_FROM, late), PIN, "Nils Ekdahl")
    assert key.certificate.not_valid_after_utc == VALID_TO


def test_an_empty_period_is_refused(authority: IssuingAuthority) -> None:
    with pytest.raises(UserError, match="Nils Ekdahl skulle gå ut innan"):
        authority.issue("Nils Ekdahl", "Almby kommun", PIN, VALID_TO, VALID_FROM)


def test_an_empty_pin_is_refused(authority: IssuingAuthority) -> None:
    with pytest.raises(UserError, match="behöver en pinkod"):
        authority.issue("Nils Ekdahl", "Almby kommun", "", VALID_FROM, VALID_TO)


def test_two_certificates_of_one_person_have_different_fingerprints(authority: IssuingAuthority) -> None:
    files = [authority.issue("Eva Lind", "Almby kommun", PIN, VALID_FROM, VALID_TO) for _ in range(2)]
    first, second = (read_signing_key(file, PIN, "Eva Lind") for file in files)
    assert first.fingerprint != second.fingerprint
    assert len(first.fingerprint) == 64


def test_a_wrong_pin_names_the_person(authority: IssuingAuthority) -> None:
    file = authority.issue("Eva Lind", "Almby kommun", PIN, VALID_FROM, VALID_TO)
    with pytest.raises(UserError, match="Pinkoden stämmer inte med certifikatet för Eva Lind"):
        read_signing_key(file, "1357", "Eva Lind")


@pytest.mark.parametrize("data", [b"", b"hej", b"%PDF-1.7", b"\x30\x82\x01\x00abc", b"\x30\x03\x02\x01\x03"])
def test_a_file_that_is_no_certificate_file_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="Certifikatfilen går inte att läsa"):
        read_signing_key(data, PIN, "Eva Lind")


def test_another_persons_certificate_is_refused_by_both_names(protocol: SignedProtocol) -> None:
    eva, anna = protocol.keys["Eva Lind"], protocol.keys["Anna Svedin"]
    with pytest.raises(RuleBroken) as refused:
        require_holder(anna, eva.fingerprint, "Eva Lind", "§ 38–49")
    assert refused.value.text == "Certifikatet tillhör Anna Svedin. § 38–49 ska skrivas under av Eva Lind."
    require_holder(eva, eva.fingerprint, "Eva Lind", "§ 38–49")


def test_a_certificate_with_the_right_name_but_not_the_pinned_one_is_refused(
    protocol: SignedProtocol, authority: IssuingAuthority
) -> None:
    file = authority.issue("Eva Lind", "Almby kommun", PIN, VALID_FROM, VALID_TO)
    with pytest.raises(RuleBroken, match="inte det som är registrerat för Eva Lind"):
        require_holder(
            read_signing_key(file, PIN, "Eva Lind"), protocol.keys["Eva Lind"].fingerprint, "Eva Lind", "§ 1"
        )


def test_an_expired_certificate_says_until_when_it_was_valid(protocol: SignedProtocol) -> None:
    key = protocol.keys["Eva Lind"]
    with pytest.raises(RuleBroken) as refused:
        require_valid(key, datetime(2054, 6, 1, tzinfo=UTC))
    assert refused.value.text == (
        "Certifikatet för Eva Lind gällde till 2054-01-01. Skaffa ett nytt under Register, eller skriv under på papper."
    )


def test_a_certificate_is_not_valid_before_its_first_day(protocol: SignedProtocol) -> None:
    with pytest.raises(RuleBroken, match="gäller från 2024-01-01"):
        require_valid(protocol.keys["Eva Lind"], datetime(2023, 6, 1, tzinfo=UTC))


def test_an_authority_is_read_back_with_its_password_only(authority: IssuingAuthority) -> None:
    file = authority.to_pkcs12("kommunens lösenord")
    assert read_authority(file, "kommunens lösenord").certificate == authority.certificate
    with pytest.raises(UserError, match="Kontrollera lösenordet"):
        read_authority(file, "fel")


def test_a_root_is_read_as_pem_or_der(authority: IssuingAuthority) -> None:
    for encoding in (Encoding.PEM, Encoding.DER):
        read = read_certificate(authority.certificate.public_bytes(encoding))
        assert isinstance(read, x509.Certificate)
        assert fingerprint(read) == fingerprint(authority.certificate)
    with pytest.raises(UserError, match="Utfärdarens certifikat går inte att läsa"):
        read_certificate(b"hej")
