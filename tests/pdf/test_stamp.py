"""What stands in a signed field."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from clausewright.pdf.image import check_image
from clausewright.pdf.stamp import STAMP_HEIGHT, STAMP_WIDTH, stamp
from tests.pdf.reading import boxes, extracted, flat

LINES = ("Ieva Kalniņa", "21 November 2026, 14:05 EET", "Key 3F:9A:11:C2")


@pytest.mark.parametrize(
    "signer",
    ["Ieva Kalniņa", "王小明", "김민준", "Łukasz 王小明 김민준 😀", "Maximiliana Aleksandra " * 5, "W" * 120],
)
def test_a_name_of_any_length_and_script_stays_inside_one_stamp(signer: str, tmp_path: Path) -> None:
    made = stamp(signer=signer, lines=LINES)
    with pikepdf.open(BytesIO(made)) as pdf:
        [page] = pdf.pages
        assert [float(number) for number in page.mediabox] == [0, 0, STAMP_WIDTH, STAMP_HEIGHT]
    copied = flat(extracted(made, tmp_path))
    assert flat(signer) in copied
    for line in LINES:
        assert line in copied
    for left, top, right, bottom, word in boxes(made, tmp_path)[0].words:
        assert 0 <= left < right <= STAMP_WIDTH + 0.1, word
        assert -3 <= top < bottom <= STAMP_HEIGHT + 3, word


@pytest.mark.parametrize("line", ["Organisation " * 12, "王" * 60])
def test_small_print_of_any_length_stays_inside(line: str, tmp_path: Path) -> None:
    made = stamp(signer="Ieva", lines=(line, "21 November 2026"))
    assert flat(line) in flat(extracted(made, tmp_path))
    assert all(right <= STAMP_WIDTH + 0.1 for _, _, right, _, _ in boxes(made, tmp_path)[0].words)


@pytest.mark.parametrize("size", [(400, 100), (100, 900), (1, 1), (2000, 10)])
def test_a_drawn_signature_takes_the_place_of_the_name(size: tuple[int, int], tmp_path: Path) -> None:
    file = BytesIO()
    Image.new("RGBA", size, (0, 0, 80, 200)).save(file, "PNG")
    made = stamp(signer="Ieva Kalniņa", lines=LINES[1:], image=check_image(file.getvalue()))
    with pikepdf.open(BytesIO(made)) as pdf:
        [page] = pdf.pages
        assert page.Resources.XObject
        place = [step.operands for step in pikepdf.parse_content_stream(page) if str(step.operator) == "cm"]
        wide, _, _, high, left, bottom = (float(number) for number in place[-1])
        assert (wide, high) <= (STAMP_WIDTH - left, STAMP_HEIGHT - bottom)
        assert wide / high == pytest.approx(size[0] / size[1], rel=0.01)
    copied = flat(extracted(made, tmp_path))
    assert "Ieva" not in copied
    assert LINES[1] in copied


def test_the_same_stamp_gives_the_same_bytes_and_every_typeface_is_inside() -> None:
    made = stamp(signer="Łukasz 王小明", lines=LINES)
    assert made == stamp(signer="Łukasz 王小明", lines=LINES)
    with pikepdf.open(BytesIO(made)) as pdf:
        for step in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(step.operator) == "Tf":
                font = pdf.pages[0].Resources.Font[str(step.operands[0])]
                assert "/FontFile2" in font.FontDescriptor
