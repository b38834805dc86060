"""PAdES signatures, by pyHanko. Imports it at once: import this module inside functions."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import Certificate
from pyhanko.keys.pemder import load_certs_from_pemder_data
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from clausewright.signing.identity import Identity

_DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


@dataclass(frozen=True)
class Seal:
    """What a signature says beside who signs, and where it stands."""

    field: str
    stamp: bytes
    reason: str
    location: str
    when: datetime
    certifies: bool
    """A certification allows nothing but filling in the prepared fields after it; there can be one,
    and it comes first."""


def is_open(pdf: bytes, field: str) -> bool | None:
    """Whether the prepared field is still without a signature; None if there is no such field."""
    fields = enumerate_sig_fields(PdfFileReader(BytesIO(pdf)), with_name=field)
    return next((signature is None for _, signature, _ in fields), None)


def seal(pdf: bytes, identity: Identity, details: Seal) -> bytes:
    """The same bytes with one more revision behind them: PAdES B-B, SHA-256, the stamp in the field."""
    metadata = PdfSignatureMetadata(
        field_name=details.field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=identity.name,
        reason=details.reason or None,
        location=details.location or None,
        certify=details.certifies,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    signer = _PdfSignerAt(details.when, metadata, _KeyHolder(identity), stamp_style=_stamped(details.stamp))
    signed = BytesIO()
    signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), existing_fields_only=True, output=signed)
    return signed.getvalue()


class _KeyHolder(Signer):
    """Signs with the key that is loaded; pyHanko's own signer loads and checks it at every signature."""

    def __init__(self, identity: Identity) -> None:
        issuers = [_asn1(each) for each in identity.chain]
        registry = SimpleCertificateStore.from_certs(issuers)  # type: ignore[no-untyped-call]
        super().__init__(signing_cert=_asn1(identity.certificate), cert_registry=registry)
        self._key = identity.key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        digest = _DIGESTS[digest_algorithm]
        if isinstance(self._key, rsa.RSAPrivateKey):
            if dry_run:
                return bytes(self._key.key_size // 8)
            return self._key.sign(data, padding.PKCS1v15(), digest)
        return self._key.sign(data, ec.ECDSA(digest))


class _PdfSignerAt(PdfSigner):
    """Signs at the moment that it is told: no clock is read here."""

    def __init__(self, when: datetime, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._when = when

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._when
        return session


class _Page(PdfContent):
    """The first page of another PDF. pyHanko's own class for this reads a file by its name."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        form = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._pdf)))
        left, bottom, right, top = form.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        self.resources.xobject["/Stamp"] = form
        return b"/Stamp Do"


def _stamped(page: bytes) -> StaticStampStyle:
    # pyHanko's own styles put a border, a margin and 60 % opacity around it, and break PDF/A.
    return StaticStampStyle(
        border_width=0,
        background=_Page(page),
        background_opacity=1.0,
        background_layout=SimpleBoxLayoutRule(
            x_align=AxisAlignment.ALIGN_MID, y_align=AxisAlignment.ALIGN_MID, margins=Margins(0, 0, 0, 0)
        ),
    )


def _asn1(certificate: Certificate) -> Any:
    (loaded,) = load_certs_from_pemder_data(certificate.public_bytes(serialization.Encoding.DER))
    return loaded
