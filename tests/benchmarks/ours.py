"""What needs no peer: rules, signing, pages, memory."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.stamp import StaticStampStyle

from clausewright.actions.check_deal import Surroundings, context_of
from clausewright.actions.example import example
from clausewright.deal.agreement import Deal, for_client
from clausewright.deal.change import changed
from clausewright.deal.field import Record
from clausewright.documents.contract import contract
from clausewright.documents.tree import Document
from clausewright.guidance import RULES
from clausewright.guidance.finding import Moment
from clausewright.guidance.review import review
from clausewright.pdf import render
from clausewright.pdf.layout import lay_out
from clausewright.pdf.stamp import stamp
from clausewright.signing.certify import certify
from clausewright.signing.identity import Identity, KeyKind, create_identity, to_p12
from tests.benchmarks.compare import Result, compare, timed

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def visit(value: object) -> int:
    """An empty pass over all fields of a deal."""
    if isinstance(value, Record):
        return sum(visit(getattr(value, name)) for name in type(value).model_fields)
    if isinstance(value, tuple):
        return sum(visit(part) for part in value)
    return 1


def rules(rounds: int) -> Iterator[Result]:
    for name in ("website", "difficult-client"):
        deal = example(name, TODAY)
        context = context_of(deal, TODAY, Moment.SIGN, Surroundings())
        yield compare(
            f"all rules over `{name}`",
            lambda deal=deal, context=context: [review(deal, context, RULES) for _ in range(10)],  # type: ignore[misc]
            lambda deal=deal: [visit(deal) for _ in range(10)],  # type: ignore[misc]
            rounds,
            None,
            "an empty pass over the deal's fields (both ten times)",
        )


def signing(rounds: int) -> Iterator[Result]:
    """Both certify the same paper with the same stamp; pyHanko reads it from a file, its only way."""
    paper = render(website())
    visible = stamp(signer="Ieva Kalniņa", lines=("Digitally signed",))
    aims: dict[KeyKind, float] = {"P-256": 1.1, "RSA-3072": 0.15}
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(visible)
        file.flush()
        style = StaticStampStyle.from_pdf_file(file.name)
        for kind, aim in aims.items():
            identity = create_identity("Ieva Kalniņa", now=NOW, key=kind)
            signer = SimpleSigner.load_pkcs12_data(to_p12(identity, "pw"), other_certs=[], passphrase=b"pw")
            yield compare(
                f"sign {kind}",
                partial(_ours, paper, identity, visible),
                partial(_theirs, paper, signer, style),
                rounds,
                aim,
                "pyHanko's own signer",
            )


def _ours(paper: bytes, identity: Identity, visible: bytes) -> bytes:
    return certify(paper, identity, field="Provider", stamp=visible, reason="", location="", when=NOW)


def _theirs(paper: bytes, signer: SimpleSigner, style: StaticStampStyle) -> None:
    metadata = PdfSignatureMetadata(
        field_name="Provider",
        certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
    )
    PdfSigner(metadata, signer, stamp_style=style).sign_pdf(IncrementalPdfFileWriter(BytesIO(paper)))


def pages(rounds: int) -> Iterator[Result]:
    """Ten times the pages should cost about ten times as much in each layout."""
    short, long = of_pages(10), of_pages(100)
    yield compare(
        f"{lay_out(long).pages} pages",
        lambda: lay_out(long),
        lambda: lay_out(short),
        rounds,
        12.0,
        f"{lay_out(short).pages} pages; two layouts each",
    )


def memory() -> str:
    """The most memory that a process takes which builds 100 pages."""
    code = (
        "from tests.benchmarks.ours import of_pages; from clausewright.pdf import render;"
        "render(of_pages(100));"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return f"Peak memory of building 100 pages: {int(done.stdout) / 1024:.0f} MB"


def website() -> Document:
    return contract(for_client(example("website", TODAY)), dated=TODAY)


def edited(number: int) -> Deal:
    """The website's deal with one line changed, as while typing."""
    return changed(example("website", TODAY), "scope.goal", f"Edit number {number} of the goal.")


def build(deal: Deal) -> bytes:
    return render(contract(for_client(deal), dated=TODAY))


def of_pages(count: int) -> Document:
    """The contract with so many long items that it has about this many pages."""
    deal: Deal = example("website", TODAY)
    present = [item.model_dump() for item in deal.scope.deliverables]
    description = "What it is, what it holds, and how it is tested. " * 32
    items = [
        {"id": f"x{number}", "name": f"Item {number}", "price": "10", "description": description}
        for number in range(max(count - 8, 0) * 2)
    ]
    return contract(for_client(changed(deal, "scope.deliverables", [*present, *items])), dated=TODAY)


def cold_ours(target: str) -> float:
    """The `contract` command from nothing, in milliseconds."""
    code = "from clausewright.__main__ import main; main()"
    return timed(
        lambda: subprocess.run(
            [
                sys.executable,
                "-c",
                code,
                "contract",
                target,
                "-o",
                f"{target}.pdf",
                "--today",
                TODAY.isoformat(),
            ],
            check=True,
            capture_output=True,
        )
    )
