"""Every number, unit and date that the client must know is in the text of the PDF itself."""

import subprocess
from datetime import date

from hypothesis import Phase, given, settings

from clausewright.deal.agreement import Deal, for_client
from clausewright.documents.contract import contract
from clausewright.documents.quote import quote
from clausewright.documents.tree import Document
from clausewright.pdf import render
from tests.documents.test_told import prices, terms
from tests.generated import deals

TODAY = date(2026, 11, 24)


def copied(document: Document) -> str:
    """What another program reads in the PDF, without white space: lines end where they will."""
    done = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=render(document), capture_output=True, check=True
    )
    return "".join(done.stdout.decode("utf-8").split())


def squeezed(must: str) -> str:
    """A figure without white space, and without the bar that stands for a table's cells."""
    return "".join(must.replace(" | ", " ").split())


# A deal is slow to shrink when each try builds two papers.
@settings(max_examples=15, phases=[Phase.explicit, Phase.generate])
@given(deals())
def test_the_contract_and_the_quote_can_be_copied_with_all_figures(deal: Deal) -> None:
    told = copied(contract(for_client(deal), dated=TODAY))
    assert [must for must in (*prices(deal), *terms(deal)) if squeezed(must) not in told] == []
    told = copied(quote(for_client(deal), dated=TODAY))
    assert [must for must in prices(deal) if squeezed(must) not in told] == []
