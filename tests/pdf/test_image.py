"""Images that the user brings come from anywhere: a plain picture goes in, or a sentence comes back."""

import struct
import zlib
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from clausewright.pdf import render
from clausewright.pdf.image import MOST_BYTES, SIDE, check_image
from clausewright.problem import Problem
from tests.pdf.reading import read_page
from tests.pdf.sample import contract, quote


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    file = BytesIO()
    Image.new(mode, size, 1).save(file, kind, **options)
    return file.getvalue()


KINDS = {"PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"), "JPEG": ("L", "RGB", "CMYK")}


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind in KINDS for mode in KINDS[kind]])
def test_each_kind_of_png_and_jpeg_becomes_a_plain_png(kind: str, mode: str) -> None:
    with Image.open(BytesIO(check_image(picture(kind, mode)))) as plain:
        assert (plain.format, plain.size) == ("PNG", (40, 20))
        assert plain.mode == ("RGBA" if mode in ("LA", "RGBA") else "RGB")


def test_what_else_a_picture_carries_stays_behind() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "made at 56.9496, 24.1052")
    notes.add_itxt("XML:com.adobe.xmp", "SECRET")
    exif = Image.Exif()
    exif[0x010E] = "SECRET"
    for data in (picture("PNG", pnginfo=notes, exif=exif), picture("JPEG", exif=exif, comment=b"SECRET")):
        plain = check_image(data + b"SECRET")
        assert b"SECRET" in data + b"SECRET"
        assert {kind for kind, _ in _chunks(plain)} == {b"IHDR", b"IDAT", b"IEND"}
        with Image.open(BytesIO(plain)) as image:
            assert not image.info
            assert not image.getexif()
        assert b"SECRET" not in plain


def test_a_photo_taken_on_its_side_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    with Image.open(BytesIO(check_image(picture("JPEG", exif=exif)))) as plain:
        assert plain.size == (20, 40)


def test_a_large_picture_is_reduced_to_what_can_be_seen() -> None:
    with Image.open(BytesIO(check_image(picture("PNG", size=(4000, 2000))))) as plain:
        assert plain.size == (SIDE, SIDE // 2)


def _chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        found.append((kind, png[at + 8 : at + 8 + length]))
        at += 12 + length
    return found


def _bomb() -> bytes:
    """A PNG of a few bytes that says it is 60,000 pixels wide and high."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    pieces = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in pieces
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\nshowpage",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture("GIF", "P"),
        picture("BMP"),
        picture("TIFF"),
        picture("WEBP"),
        picture("PNG")[:60],
        picture("JPEG", size=(400, 400))[:500],
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        _bomb(),
    ],
    ids=["empty", "ps", "svg", "gif", "bmp", "tiff", "webp", "short-png", "short-jpeg", "noise", "bomb"],
)
def test_anything_else_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(Problem, match="image"):
        check_image(data)


def test_a_picture_of_too_many_pixels_or_bytes_is_refused() -> None:
    with pytest.raises(Problem, match="16 megapixels"):
        check_image(picture("PNG", "1", (4001, 4000)))
    with pytest.raises(Problem, match="image"):
        check_image(picture("PNG", "1", (11_000, 10_000)))
    assert check_image(picture("PNG", "1", (4000, 4000)))
    with pytest.raises(Problem, match="8 MB"):
        check_image(picture("PNG") + b"\0" * MOST_BYTES)


def test_a_transparent_logo_stands_in_the_masthead_and_means_nothing_to_a_reader() -> None:
    image = Image.new("RGBA", (90, 30), (200, 0, 0, 128))
    file = BytesIO()
    image.save(file, "PNG")
    masthead = replace(quote().masthead, logo=check_image(file.getvalue()))
    with pikepdf.open(BytesIO(render(replace(quote(), masthead=masthead)))) as pdf:
        [logo] = pdf.pages[0].Resources.XObject.values()
        assert (int(logo.Width), int(logo.Height), str(logo.ColorSpace)) == (90, 30, "/DeviceRGB")
        assert "/SMask" in logo
        read = read_page(pdf.pages[0])
        assert read.loose == 0
        assert "IK" not in read.decoration


@pytest.mark.parametrize("size", [(3000, 10), (10, 3000), (1, 1)])
def test_a_logo_of_any_shape_leaves_room_for_the_names(size: tuple[int, int]) -> None:
    masthead = replace(contract().masthead, logo=check_image(picture("PNG", size=size)))
    pdf = render(replace(contract(), masthead=masthead))
    with pikepdf.open(BytesIO(pdf)) as file, pikepdf.open(BytesIO(render(contract()))) as plain:
        assert len(file.pages) == len(plain.pages)
