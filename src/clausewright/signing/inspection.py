"""The signatures in a PDF, and what happened to the file after each. Imports pyHanko at once: import this
module inside functions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any, Literal

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from clausewright.signing.byte_range import ByteRange, byte_range, signature_in

DETACHED = frozenset({"/ETSI.CAdES.detached", "/adbe.pkcs7.detached"})
"""The forms of signature that are understood: PAdES, and what most programs write by default."""

TIMESTAMP = "/ETSI.RFC3161"

OTHER_FORMS = frozenset({TIMESTAMP, "/adbe.pkcs7.sha1", "/adbe.x509.rsa_sha1"})
"""Timestamps, and what ISO 32000-2 took out of the standard."""

MOST_SIGNATURES = 50
"""Each is worked out over the whole file: a file with more is made to keep us busy."""

After = Literal["nothing", "signatures", "changes", "could-not-check"]
"""What was added to the file after a signature."""


@dataclass(frozen=True)
class Found:
    """A signature where it stands in the document."""

    field: str
    covers: ByteRange | None = None
    """None where its numbers are not what they must be."""
    form: str = ""
    """Its SubFilter; nothing where it isn't a signature by its type."""
    after: After = "changes"
    signed_at: datetime | None = None
    """As the document says it, by the signer's own clock."""
    revision: int | None = None
    """Which of the file's revisions it was made in, from 0."""
    is_prepared: bool = False
    """Its field was there when the document was first signed; a timestamp brings its own."""


@dataclass(frozen=True)
class Document:
    is_encrypted: bool
    signatures: tuple[Found, ...] = ()
    """In the order in which they were made."""
    open_fields: tuple[str, ...] = ()


def inspect(pdf: bytes) -> Document:
    """Raises whatever the reader raises: it is strict, and damaged files trip it in many ways."""
    reader = PdfFileReader(BytesIO(pdf))
    if reader.encrypted:
        return Document(is_encrypted=True)
    fields = list(enumerate_sig_fields(reader))
    signed = [(name, field) for name, signature, field in fields if signature is not None]
    if len(signed) > MOST_SIGNATURES:
        raise ValueError(len(signed))
    found = sorted((_found(pdf, reader, name, field) for name, field in signed), key=_end)
    prepared = _fields_when_first_signed(reader, found)
    return Document(
        is_encrypted=False,
        signatures=tuple(
            replace(each, is_prepared=each.field in prepared or each.form == TIMESTAMP) for each in found
        ),
        open_fields=tuple(name for name, signature, _ in fields if signature is None),
    )


def _end(found: Found) -> int:
    return found.covers.end if found.covers else 0


def _found(pdf: bytes, reader: PdfFileReader, name: str, field: Any) -> Found:
    try:
        signature = EmbeddedPdfSignature(reader, field, name)
    except Exception:
        return Found(name)
    covers = byte_range(signature.byte_range, len(pdf))
    if covers is None or signature_in(covers.gap(pdf)) != signature.pkcs7_content:
        return Found(name)
    return Found(
        field=name,
        covers=covers,
        form=_form(signature),
        after=_after(pdf, signature, covers),
        signed_at=_signed_at(signature),
        revision=signature.signed_revision,
    )


def _form(signature: EmbeddedPdfSignature) -> str:
    if signature.sig_object_type not in ("/Sig", "/DocTimeStamp"):
        return ""
    return str(signature.sig_object.get("/SubFilter", ""))


def _signed_at(signature: EmbeddedPdfSignature) -> datetime | None:
    try:
        said = signature.self_reported_timestamp
    except Exception:
        return None
    return said if said is not None and said.tzinfo is not None else None


def _after(pdf: bytes, signature: Any, covers: ByteRange) -> After:
    if covers.end == len(pdf):
        return "nothing"
    try:
        signature.compute_integrity_info()
    except SignatureValidationError:
        return "could-not-check"
    except Exception:
        return "changes"
    return "signatures" if _adds_signatures_alone(signature) else "changes"


def _adds_signatures_alone(signature: Any) -> bool:
    """pyHanko's policy, which also demands that the signature covers a whole revision. Beyond it: whatever
    the certification allows, no annotations, and no field filled in but those for signatures."""
    changes = signature.diff_result
    if not isinstance(changes, DiffResult) or not signature.summarise_integrity_info()["docmdp_ok"]:
        return False
    signable = {name for name, _, _ in enumerate_sig_fields(signature.reader)}
    return (
        changes.modification_level <= ModificationLevel.FORM_FILLING
        and changes.changed_form_fields <= signable
    )


def _fields_when_first_signed(reader: PdfFileReader, found: Sequence[Found]) -> frozenset[str]:
    revisions = [each.revision for each in found if each.revision is not None]
    if not revisions:
        return frozenset()
    then = reader.get_historical_resolver(min(revisions))
    return frozenset(name for name, _, _ in enumerate_sig_fields(then))
