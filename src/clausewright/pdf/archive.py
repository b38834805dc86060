"""The last step: what an archive (PDF/A-3a, ISO 19005-3) and a screen reader (PDF/UA-1, ISO 14289-1) need."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from clausewright import __version__
from clausewright.documents.tree import Document
from clausewright.pdf.layout import Laid
from clausewright.pdf.structure import add_structure
from clausewright.pdf.tags import FieldMark
from clausewright.resource import resource

PRODUCER = f"Clausewright {__version__}"

_PRINT = 4
_PRINT_AND_LOCKED = 132
"""Annotation flags (ISO 32000-1, 12.5.3): printed; and locked, so that the field can't be moved."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the paper; ``mime`` is its type, ``description`` what the reader shows of it."""

    name: str
    content: bytes
    mime: str
    description: str


def archived(document: Document, laid: Laid, attachments: Sequence[Attachment] = ()) -> bytes:
    """The finished bytes: the same for the same document."""
    with Pdf.open(BytesIO(laid.pdf)) as pdf:
        moment = datetime.combine(document.made, time(0), UTC)
        pdf.Root.OutputIntents = Array([_output_intent(pdf)])
        _describe(pdf, document, moment)
        widgets = [_add_field(pdf, mark) for mark in laid.canvas.fields]
        if widgets:
            pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(widgets), SigFlags=0))
        add_structure(pdf, laid, widgets)
        _attach(pdf, attachments, moment)
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    file = BytesIO()
    pdf.save(
        file,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        min_version="1.7",
    )
    return file.getvalue()


def _output_intent(pdf: Pdf) -> Any:
    """What the colours mean; PDF/A-3, 6.2.3."""
    profile = pdf.make_stream(resource("color-profiles", "sRGB.icc").read_bytes(), N=3)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String("sRGB"),
            Info=String("sRGB IEC61966-2.1"),
            DestOutputProfile=profile,
        )
    )


def _describe(pdf: Pdf, document: Document, moment: datetime) -> None:
    root = pdf.Root
    root.Lang = String(document.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    metadata = pdf.make_stream(_xmp(document, moment))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    root.Metadata = metadata
    stamp = _pdf_date(moment)
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(document.title),
            Author=String(document.author),
            Subject=String(document.subject),
            Creator=String(PRODUCER),
            Producer=String(PRODUCER),
            CreationDate=String(stamp),
            ModDate=String(stamp),
        )
    )


def _pdf_date(moment: datetime) -> str:
    return f"D:{moment:%Y%m%d%H%M%S}+00'00'"


# PDF/A asks that each property outside its own list be described (ISO 19005-3, 6.6.2.3): pdfuaid is one.
_PDFUA_SCHEMA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def _xmp(document: Document, moment: datetime) -> bytes:
    when = f"{moment:%Y-%m-%dT%H:%M:%S}+00:00"
    title, author, subject = (escape(text) for text in (document.title, document.author, document.subject))
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{document.language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{_PDFUA_SCHEMA}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def _add_field(pdf: Pdf, mark: FieldMark) -> Any:
    """An empty signature field. Its empty appearance is what PDF/A, 6.3.3, asks of every widget."""
    page = pdf.pages[mark.page].obj
    left, bottom, right, top = mark.rect
    appearance = pdf.make_stream(
        b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, right - left, top - bottom])
    )
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(mark.name),
            TU=String(mark.tooltip),
            Rect=Array([round(number, 3) for number in mark.rect]),
            F=_PRINT_AND_LOCKED,
            P=page,
            AP=Dictionary(N=appearance),
        )
    )
    if Name.Annots not in page:
        page.Annots = pdf.make_indirect(Array())
    page.Annots.append(widget)
    return widget


def _attach(pdf: Pdf, attachments: Sequence[Attachment], moment: datetime) -> None:
    if not attachments:
        return
    stamp = _pdf_date(moment)
    for attachment in attachments:
        pdf.attachments[attachment.name] = pikepdf.AttachedFileSpec(
            pdf,
            attachment.content,
            filename=attachment.name,
            mime_type=attachment.mime,
            description=attachment.description,
            relationship=Name.Data,
            creation_date=stamp,
            mod_date=stamp,
        )
    pdf.Root.AF = Array([pdf.attachments[attachment.name].obj for attachment in attachments])
