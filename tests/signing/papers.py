"""Papers to sign and to attack: two prepared signature fields, text, object streams."""

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

from clausewright.signing.identity import Identity

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
SIGNED_AT = datetime(2026, 11, 24, 9, 59, tzinfo=UTC)

FIELDS = {"Provider": (72, 100, 272, 160), "Client": (320, 100, 520, 160)}


def paper(fields: dict[str, tuple[int, int, int, int]] = FIELDS, *, plain: bool = False) -> bytes:
    """Two pages; ``plain`` without object streams, so that every object stands in the open."""
    drawn = BytesIO()
    canvas = Canvas(drawn, invariant=1)
    canvas.drawString(72, 700, "Service contract: 12,000.00 EUR")
    canvas.showPage()
    canvas.drawString(72, 700, "Signatures")
    canvas.save()
    with pikepdf.open(drawn) as pdf:
        _prepare(pdf, fields)
        made = BytesIO()
        streams = pikepdf.ObjectStreamMode.disable if plain else pikepdf.ObjectStreamMode.generate
        pdf.save(made, deterministic_id=True, object_stream_mode=streams, min_version="1.7")
    return made.getvalue()


def _prepare(pdf: pikepdf.Pdf, fields: dict[str, tuple[int, int, int, int]]) -> None:
    page = pdf.pages[1]
    widgets = [pdf.make_indirect(_empty_field(pdf, page, name, box)) for name, box in fields.items()]
    page.Annots = Array(widgets)
    if fields:
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(widgets), SigFlags=1))


def _empty_field(
    pdf: pikepdf.Pdf, page: pikepdf.Page, name: str, box: tuple[int, int, int, int]
) -> pikepdf.Object:
    left, bottom, right, top = box
    looks = pdf.make_stream(b"")
    looks.update(
        {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, right - left, top - bottom])}
    )
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Sig,
        T=name,
        TU=f"Signature of the {name.lower()}",
        Rect=Array(box),
        F=132,
        P=page.obj,
        AP=Dictionary(N=looks),
    )


def with_text_field(pdf: bytes) -> bytes:
    """The same with a field in which a client could write."""
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T="Price",
            V="12,000.00",
            Rect=Array([72, 600, 200, 620]),
        )
        widget = opened.make_indirect(field)
        opened.pages[1].Annots.append(widget)
        opened.Root.AcroForm.Fields.append(widget)
        opened.save(made)
    return made.getvalue()


def hybrid(pdf: bytes) -> bytes:
    """With two tables of contents, one for old readers and one for new, as word processors write them."""
    (start,) = re.findall(rb"startxref\s+(\d+)", pdf)
    (root,) = re.findall(rb"/Root (\d+ 0 R)", pdf)
    number = int(re.findall(rb"/Size (\d+)", pdf)[0])
    hidden = b"%d 0 obj\n(for new readers)\nendobj\n" % number
    entry = b"\x01" + len(pdf).to_bytes(4, "big") + b"\x00"
    said = b"/Type/XRef/Size %d/W[1 4 1]/Index[%d 1]/Length 6" % (number + 2, number)
    stream = b"%d 0 obj\n<<%b>>\nstream\n%b\nendstream\nendobj\n" % (number + 1, said, entry)
    at = len(pdf) + len(hidden)
    said = b"/Size %d/Root %b/Prev %b/XRefStm %d" % (number + 2, root, start, at)
    table = b"xref\n0 0\ntrailer\n<<%b>>\nstartxref\n%d\n%%%%EOF\n" % (said, at + len(stream))
    return pdf + hidden + stream + table


def stamp(text: str = "Signed by Anna") -> bytes:
    drawn = BytesIO()
    canvas = Canvas(drawn, pagesize=(200, 60), invariant=1)
    canvas.drawString(10, 25, text)
    canvas.save()
    return drawn.getvalue()


def countersign(pdf: bytes, identity: Identity, field: str = "Client", when: datetime = SIGNED_AT) -> bytes:
    """What the client's program does: an approval in the prepared field."""
    from clausewright.signing.pades import Seal, seal

    return seal(pdf, identity, Seal(field, stamp("Signed by the client"), "", "", when, certifies=False))


def sign_by_other_program(pdf: bytes, identity: Identity, field: str, **metadata: Any) -> bytes:
    """pyHanko as it signs by itself: makes the field where there is none, and takes any digest."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import SimpleSigner, sign_pdf
    from pyhanko.sign.fields import SigFieldSpec
    from pyhanko.sign.signers import PdfSignatureMetadata

    from clausewright.signing.identity import to_p12

    signer = SimpleSigner.load_pkcs12_data(to_p12(identity, "pw"), [], b"pw")
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    signed: BytesIO = sign_pdf(
        writer,
        PdfSignatureMetadata(field_name=field, **metadata),
        signer,
        new_field_spec=SigFieldSpec(field, box=(72, 300, 272, 360)),
    )
    return signed.getvalue()


def with_timestamp(pdf: bytes, identity: Identity) -> bytes:
    """A document timestamp behind it, as an archive adds it."""
    from pyhanko.keys.internal import (
        translate_pyca_cryptography_cert_to_asn1,
        translate_pyca_cryptography_key_to_asn1,
    )
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import PdfTimeStamper
    from pyhanko.sign.timestamps import DummyTimeStamper

    authority = DummyTimeStamper(
        tsa_cert=translate_pyca_cryptography_cert_to_asn1(identity.certificate),
        tsa_key=translate_pyca_cryptography_key_to_asn1(identity.key),
        fixed_dt=SIGNED_AT,
    )
    stamped: Any = PdfTimeStamper(authority).timestamp_pdf(
        IncrementalPdfFileWriter(BytesIO(pdf)), "sha256", validation_context=None
    )
    made: bytes = stamped.getvalue()
    return made
