"""What is done to a signed file so that it says something else, or so that it seems to say the same."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pyhanko.pdf_utils import generic as typed_generic
from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from clausewright.signing.byte_range import marked_ranges

generic: Any = typed_generic  # whose constructors have no types

Attack = Callable[[bytes], bytes]


def updated(change: Callable[[Any], None]) -> Attack:
    """Appends a revision, as an editor does that wants to keep the signatures."""

    def attack(pdf: bytes) -> bytes:
        writer: Any = IncrementalPdfFileWriter(BytesIO(pdf))
        change(writer)
        made = BytesIO()
        writer.write(made)
        return made.getvalue()

    return attack


def _first_page(writer: Any) -> Any:
    return writer.find_page_for_modification(0)[0]


def _other_content(writer: Any) -> None:
    page = _first_page(writer)
    content = writer.add_object(generic.StreamObject(stream_data=b"0 0 600 800 re f"))
    page.get_object()["/Contents"] = content
    writer.mark_update(page)


def _annotation(writer: Any) -> None:
    page = _first_page(writer)
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, [72, 690, 300, 720])),
            pdf_name("/Contents"): generic.pdf_string("12.00 EUR"),
            pdf_name("/DA"): generic.pdf_string("/Helv 12 Tf"),
        }
    )
    page.get_object()["/Annots"] = generic.ArrayObject([writer.add_object(note)])
    writer.mark_update(page)


def _attachment(writer: Any) -> None:
    embedded = EmbeddedFileObject.from_file_data(writer, b"{}")
    embed_file(writer, FileSpec("terms.json", embedded_data=embedded))


def _hidden_form(writer: Any) -> None:
    del writer.root["/AcroForm"]
    writer.update_root()


def _moved_field(writer: Any) -> None:
    field = writer.root["/AcroForm"]["/Fields"].raw_get(1)
    field.get_object()["/Rect"] = generic.ArrayObject(map(generic.NumberObject, [0, 0, 600, 800]))
    writer.mark_update(field)


def _other_value(writer: Any) -> None:
    field = writer.root["/AcroForm"]["/Fields"].raw_get(2)
    field.get_object()["/V"] = generic.pdf_string("12.00")
    writer.mark_update(field)


fill_in_the_price = updated(_other_value)


def _made_up_signature(writer: Any) -> None:
    """In the client's field, over the bytes that the freelancer signed."""
    provider, client = (writer.root["/AcroForm"]["/Fields"].raw_get(at) for at in (0, 1))
    genuine = provider.get_object()["/V"]
    made_up = generic.DictionaryObject({key: genuine.raw_get(key) for key in genuine})
    made_up["/Contents"] = generic.ByteStringObject(genuine.raw_get("/Contents").original_bytes[:-1])
    client.get_object()["/V"] = writer.add_object(made_up)
    writer.mark_update(client)


borrow_a_signature = updated(_made_up_signature)


def _rotated_page(writer: Any) -> None:
    page = _first_page(writer)
    page.get_object()["/Rotate"] = generic.NumberObject(180)
    writer.mark_update(page)


def _nothing(writer: Any) -> None:
    writer.update_root()


def rewritten(pdf: bytes) -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(made)
    return made.getvalue()


def wrapped(pdf: bytes) -> bytes:
    """Moves the second half of what was signed, and slips something in between."""
    last = marked_ranges(pdf)[-1]
    foreign = b"\n1 0 obj\n(12.00 EUR)\nendobj\n"
    said = f"{last.gap_end} {last.end - last.gap_end}"
    claimed = f"{last.gap_end + len(foreign)} {last.end - last.gap_end}"
    moved = pdf[: last.gap_end] + foreign + pdf[last.gap_end :]
    return moved.replace(said.encode(), claimed.encode())


def with_range(first: Callable[[list[int]], list[int]]) -> Attack:
    """Writes other numbers into the last ByteRange."""

    def attack(pdf: bytes) -> bytes:
        start = pdf.rindex(b"/ByteRange [") + len(b"/ByteRange [")
        end = pdf.index(b"]", start)
        numbers = first([int(number) for number in pdf[start:end].split()])
        forged = " ".join(map(str, numbers)).encode()
        return pdf[:start] + forged.ljust(end - start)[: end - start] + pdf[end:]

    return attack


def without_signature_bytes(pdf: bytes) -> bytes:
    return _with_last_signature(pdf, b"")


def with_signature_of_another(pdf: bytes) -> bytes:
    """Puts the first signature into the place of the last, if it fits."""
    return _with_last_signature(pdf, marked_ranges(pdf)[0].gap(pdf)[1:-1].rstrip(b"0"))


def _with_last_signature(pdf: bytes, digits: bytes) -> bytes:
    last = marked_ranges(pdf)[-1]
    room = last.gap_end - last.gap_start - 2
    return pdf[: last.gap_start] + b"<" + digits.ljust(room, b"0")[:room] + b">" + pdf[last.gap_end :]


UPDATES: dict[str, Attack] = {
    "other content on a page": updated(_other_content),
    "an annotation over the price": updated(_annotation),
    "a file attached": updated(_attachment),
    "the form taken away": updated(_hidden_form),
    "a field moved over the page": updated(_moved_field),
    "a page turned": updated(_rotated_page),
    "a revision that changes nothing": updated(_nothing),
}

DAMAGES: dict[str, Attack] = {
    "a line break at the end": lambda pdf: pdf + b"\n",
    "a comment at the end": lambda pdf: pdf + b"% 12.00 EUR\n%%EOF\n",
    "much rubbish at the end": lambda pdf: pdf + b"rubbish " * 500,
    "another file at the end": lambda pdf: pdf + pdf,
    "rubbish before it": lambda pdf: b"rubbish\n" + pdf,
    "the last byte cut off": lambda pdf: pdf[:-1],
    "the last 300 bytes cut off": lambda pdf: pdf[:-300],
    "half of it": lambda pdf: pdf[: len(pdf) // 2],
    "rewritten by a PDF tool": rewritten,
    "something slipped in between": wrapped,
    "a range that starts late": with_range(lambda n: [1, n[1] - 1, n[2], n[3]]),
    "a range with a wider gap": with_range(lambda n: [n[0], n[1] - 4, n[2], n[3]]),
    "a range that ends early": with_range(lambda n: [n[0], n[1], n[2], n[3] - 10]),
    "a range beyond the end": with_range(lambda n: [n[0], n[1], n[2], n[3] + 10]),
    "a range of two numbers": with_range(lambda n: n[:2]),
    "a range of six numbers": with_range(lambda n: [0, 1, 1, 1, 2, 3]),
    "a negative range": with_range(lambda n: [n[0], -1, n[2], n[3]]),
    "a range of everything": with_range(lambda n: [0, n[2], n[2], n[3]]),
    "no signature in the gap": without_signature_bytes,
    "another signature in the gap": with_signature_of_another,
    "the dates edited": lambda pdf: pdf.replace(b"20261124", b"20251124"),
}
