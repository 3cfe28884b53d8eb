"""The signature message (CMS, RFC 5652) inside a PDF, held to the one form that this application writes.

A message has parts that nothing signs: versions, algorithm names, extra certificates, unsigned attributes. Holding
it to one exact encoding leaves no bit that could be changed unseen.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from asn1crypto import algos, cms, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

# what asn1crypto and cryptography answer damaged encodings with
HOSTILE_ENCODING = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    AttributeError,
    RecursionError,
    x509.InvalidVersion,
    UnsupportedAlgorithm,
)


SIGNED_ATTRIBUTES = {"content_type", "message_digest", "signing_certificate_v2"}  # EN 319 142-1, B-B


class MessageNotCanonicalError(Exception):
    """The message is no CMS signature in the exact form that PAdES B-B with SHA-256 and RSA gives here."""


@dataclass(frozen=True)
class Message:
    """A message in the right form, not yet proven to be signed by its certificate."""

    certificate: x509.Certificate
    others: tuple[bytes, ...]
    digest: bytes
    signed_attributes: bytes
    signature: bytes

    def signed_by_its_certificate(self) -> bool:
        """Whether the certificate's key made the signature over the signed attributes (RSA PKCS #1 v1.5, SHA-256)."""
        key = self.certificate.public_key()
        if not isinstance(key, RSAPublicKey):
            return False
        try:
            key.verify(self.signature, self.signed_attributes, padding.PKCS1v15(), hashes.SHA256())
        except InvalidSignature:
            return False
        return True

    def others_are_its_issuers(self) -> bool:
        """Whether each further certificate is a self-signed authority and one of them issued the signer's own."""
        try:
            authorities = [_certificate(other) for other in self.others]
            for authority in authorities:
                authority.verify_directly_issued_by(authority)
        except (*HOSTILE_ENCODING, InvalidSignature):
            return False
        return not authorities or any(issued_by(self.certificate, authority) for authority in authorities)

    def carries_only(self, known: Collection[bytes]) -> bool:
        """Whether every certificate besides the signer's is one of ``known`` (DER), each at most once."""
        return all(other in known for other in self.others) and len(set(self.others)) == len(self.others)


def issued_by(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    """Whether ``authority``'s key signed ``certificate`` and the names fit."""
    try:
        certificate.verify_directly_issued_by(authority)
    except (*HOSTILE_ENCODING, InvalidSignature):
        return False
    return True


def read_message(der: bytes) -> Message:
    """Read a message and prove that its encoding is the canonical one. Raises MessageNotCanonicalError."""
    try:
        return _read(der)
    except HOSTILE_ENCODING as error:
        raise MessageNotCanonicalError from error


def _read(der: bytes) -> Message:
    signed = cms.ContentInfo.load(der, strict=True)["content"]
    (signer,) = signed["signer_infos"]
    certificates = [choice.chosen for choice in signed["certificates"]]
    (own,) = [one for one in certificates if _names(signer["sid"], one)]
    attributes = signer["signed_attrs"]
    raw_attributes = attributes.dump()
    if _canonical(certificates, own, raw_attributes, signer["signature"].native) != der:
        raise MessageNotCanonicalError
    values = {attribute["type"].native: attribute["values"] for attribute in attributes}
    if values.keys() != SIGNED_ATTRIBUTES or len(values) != len(attributes):
        raise MessageNotCanonicalError
    if not _binds(values["signing_certificate_v2"], own.dump()):
        raise MessageNotCanonicalError
    (digest,) = values["message_digest"]
    return Message(
        _certificate(own.dump()),
        tuple(one.dump() for one in certificates if one is not own),
        digest.native,
        b"\x31" + raw_attributes[1:],
        signer["signature"].native,
    )


def _certificate(der: bytes) -> x509.Certificate:
    """The certificate, with every part that is asked for later read once, since reading is lazy and may raise."""
    certificate = x509.load_der_x509_certificate(der)
    for part in ("subject", "issuer", "not_valid_before_utc", "not_valid_after_utc", "signature_algorithm_parameters"):
        getattr(certificate, part)
    certificate.public_key()
    return certificate


def _binds(attribute: tsp.SetOfSigningCertificatesV2, der: bytes) -> bool:
    """Whether the signed attribute names exactly this certificate by its SHA-256 (RFC 5035)."""
    (value,) = attribute
    (identifier,) = value["certs"]
    return bool(
        identifier["hash_algorithm"]["algorithm"].native == "sha256"
        and identifier["cert_hash"].native == sha256(der).digest()
    )


def _names(signer_id: cms.SignerIdentifier, certificate: asn1_x509.Certificate) -> bool:
    number = signer_id.chosen
    return bool(
        signer_id.name == "issuer_and_serial_number"
        and number["serial_number"].native == certificate.serial_number
        and number["issuer"].dump() == certificate.issuer.dump()
    )


def _canonical(
    certificates: list[asn1_x509.Certificate], own: asn1_x509.Certificate, raw_attributes: bytes, signature: bytes
) -> bytes:
    digest = algos.DigestAlgorithm({"algorithm": "sha256"})
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                "issuer_and_serial_number",
                cms.IssuerAndSerialNumber({"issuer": own.issuer, "serial_number": own.serial_number}),
            ),
            "digest_algorithm": digest,
            "signed_attrs": cms.CMSAttributes.load(b"\x31" + raw_attributes[1:]),
            "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": "sha256_rsa"}),
            "signature": signature,
        }
    )
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": cms.DigestAlgorithms((digest,)),
            "encap_content_info": {"content_type": "data"},
            "certificates": [cms.CertificateChoices("certificate", one) for one in certificates],
            "signer_infos": [signer],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump())
