"""Writes the quote, and the contract as a draft."""

import hashlib
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from clausewright.actions.check_deal import Check
from clausewright.actions.open_deal import OpenDeal
from clausewright.deal.agreement import Deal, for_client
from clausewright.documents.contract import contract
from clausewright.documents.quote import quote
from clausewright.pdf import render
from clausewright.workspace.layout import deal_folder_around
from clausewright.workspace.name import file_name
from clausewright.workspace.record import Entry, add_to_record
from clausewright.workspace.writer import write_safely

Paper = Literal["quote", "contract"]


def export_quote(opened: OpenDeal, checked: Check, target: Path, today: date, now: datetime) -> Path:
    """Writes the quote; while a finding blocks, each page says DRAFT. Raises Problem."""
    content = quote_pdf(opened, today, draft=bool(checked.review.blocking))
    return write_paper(opened, content, target, "exported", now)


def export_contract(opened: OpenDeal, target: Path, today: date, now: datetime) -> Path:
    """Writes the contract as a draft, marked as one: what is meant for signing is signed at once,
    by ``sign_contract``. Raises Problem."""
    return write_paper(opened, contract_pdf(opened, today, draft=True), target, "exported", now)


def quote_pdf(opened: OpenDeal, today: date, *, draft: bool) -> bytes:
    """The quote's bytes, dated on its day of issue or else today."""
    return render(quote(for_client(opened.deal), dated=today, draft=draft, logo=opened.logo))


def contract_pdf(opened: OpenDeal, today: date, *, draft: bool) -> bytes:
    """The contract's unsigned bytes, dated on the signing date or else today."""
    deal = for_client(opened.deal)
    return render(contract(deal, dated=deal.signing_date or today, draft=draft, logo=opened.logo))


def paper_name(paper: Paper, deal: Deal) -> str:
    """The file's name: number, paper, version and the client's name, legal on every system."""
    sent = for_client(deal)
    words = [sent.number, paper, f"v{sent.version}", sent.client.name]
    return file_name(" ".join(word for word in words if word), ".pdf", fallback=paper)


def write_paper(
    opened: OpenDeal, content: bytes, target: Path, what: str, now: datetime, fingerprint: str = ""
) -> Path:
    """Writes a paper, completely or not at all, and notes it in the record of the deal's folder; a deal
    outside a workspace has none. Returns the target."""
    write_safely(target, content)
    folder = deal_folder_around(opened.path)
    if folder:
        digest = hashlib.sha256(content).hexdigest()
        add_to_record(folder.record, Entry(now, what, target.name, digest, fingerprint))
    return target
