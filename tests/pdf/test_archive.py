"""What the file says about itself, and what it carries."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pytest

from clausewright.documents.tree import Document
from clausewright.pdf import render
from clausewright.pdf.archive import Attachment
from tests.pdf.sample import contract, quote

PAPERS = pytest.mark.parametrize("paper", [quote(), contract()], ids=["quote", "contract"])

DC, XMP = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/xap/1.0/}"
PDFA, PDFUA = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfua/ns/id/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


@PAPERS
def test_the_same_paper_gives_the_same_bytes_in_a_thread(paper: Document) -> None:
    with ThreadPoolExecutor(2) as pool:
        assert set(pool.map(render, [paper] * 4)) == {render(paper)}


@PAPERS
def test_the_same_paper_gives_the_same_bytes_however_another_process_orders_its_sets(paper: Document) -> None:
    program = (
        "import hashlib\nfrom tests.pdf import sample\nfrom clausewright.pdf import render\n"
        f"print(hashlib.sha256(render(sample.{paper.kind}())).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    command = [sys.executable, "-c", program]
    other = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    assert other.stdout.strip() == hashlib.sha256(render(paper)).hexdigest()


def test_another_date_gives_other_bytes() -> None:
    assert render(replace(quote(), made=date(2026, 11, 22))) != render(quote())


@PAPERS
def test_both_kinds_of_metadata_say_the_same(paper: Document) -> None:
    paper = replace(paper, title="Tea & <b>more</b> 王小明", author='O\'Neil "&" Sons', subject="<>&")
    with pikepdf.open(BytesIO(render(paper))) as pdf:
        info = {name: str(value) for name, value in pdf.docinfo.items()}
        xmp = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert _listed(xmp, f"{DC}title") == [info["/Title"]] == [paper.title]
    assert _listed(xmp, f"{DC}creator") == [info["/Author"]] == [paper.author]
    assert _listed(xmp, f"{DC}description") == [info["/Subject"]] == [paper.subject]
    assert _listed(xmp, f"{DC}language") == ["en"]
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261121000000+00'00'"
    for name in ("CreateDate", "ModifyDate"):
        assert xmp.findtext(f".//{XMP}{name}") == "2026-11-21T00:00:00+00:00"


def _listed(xmp: ElementTree.Element, name: str) -> list[str | None]:
    return [item.text for found in xmp.iter(name) for item in found.iter(f"{RDF}li")]


def test_it_says_which_standards_it_keeps_to() -> None:
    with pikepdf.open(BytesIO(render(quote()))) as pdf:
        xmp = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
        claims = [
            xmp.findtext(f".//{name}") for name in (f"{PDFA}part", f"{PDFA}conformance", f"{PDFUA}part")
        ]
        assert claims == ["3", "A", "1"]
        assert bool(pdf.Root.MarkInfo.Marked)
        [intent] = pdf.Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFA1"
        assert not pdf.is_encrypted
        assert pdf.pdf_version == "1.7"


@PAPERS
def test_each_typeface_that_draws_is_inside(paper: Document) -> None:
    with pikepdf.open(BytesIO(render(paper))) as pdf:
        for page in pdf.pages:
            for step in pikepdf.parse_content_stream(page):
                if str(step.operator) == "Tf":
                    name = str(step.operands[0])
                    assert "/FontFile2" in page.Resources.Font[name].FontDescriptor


def test_what_is_attached_can_be_opened_again() -> None:
    deal = Attachment("deal – Łukasz.json", b'{"price": "12"}', "application/json", "The deal as data")
    with pikepdf.open(BytesIO(render(quote(), (deal,)))) as pdf:
        [name] = pdf.attachments
        specification = pdf.attachments[name]
        assert (name, specification.get_file().read_bytes()) == (deal.name, deal.content)
        assert specification.description == deal.description
        assert specification.get_file().mime_type == deal.mime
        [listed] = pdf.Root.AF
        assert listed.objgen == specification.obj.objgen
        assert str(listed.AFRelationship) == "/Data"


def test_nothing_is_attached_that_was_not_given() -> None:
    with pikepdf.open(BytesIO(render(quote()))) as pdf:
        assert not pdf.attachments
        assert "/AF" not in pdf.Root
