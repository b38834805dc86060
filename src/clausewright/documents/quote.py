"""The quote: what the client gets, what it costs, and how to accept it, on one page where it fits."""

import re
from collections.abc import Iterator
from datetime import date

from clausewright.deal.agreement import ClientDeal
from clausewright.deal.field import is_blank
from clausewright.deal.party import Level
from clausewright.deal.scope import Reference
from clausewright.documents.account import account_number
from clausewright.documents.book import book
from clausewright.documents.condition import CONDITIONS
from clausewright.documents.item import item_table
from clausewright.documents.masthead import masthead, numbered, page_count, reference
from clausewright.documents.party import approver, place
from clausewright.documents.pen import Pen
from clausewright.documents.price import totals
from clausewright.documents.stage import payment_bar
from clausewright.documents.transfer import transfer_code
from clausewright.documents.tree import (
    Acceptance,
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Paragraph,
    SideBySide,
    Span,
    Text,
    Title,
    text,
)
from clausewright.documents.writing import Writing


def quote(
    deal: ClientDeal,
    *,
    dated: date,
    draft: bool = False,
    logo: bytes | None = None,
    language: str | None = None,
) -> Document:
    """The quote in one language (the deal's first one unless another is named).

    ``dated`` is the day that the paper bears unless the deal has an issue date; ``draft`` marks each
    page as not meant to be sent.
    """
    pen = Pen(deal, language or deal.languages[0])
    day = deal.price.issued or dated
    named = reference(pen, "quote")
    return Document(
        kind="quote",
        title=deal.title.strip() or pen.say("paper.quote"),
        author=pen.known(deal.provider.trades_as),
        subject=pen.say("paper.subject", paper=pen.say("paper.quote"), reference=named),
        language=pen.language,
        made=day,
        size=deal.paper_size.value,
        accent=deal.provider.accent,
        masthead=masthead(pen, "quote", logo),
        footer=_footer(pen),
        page=pen.say("quote.page", number=numbered(pen, "quote"), page=page_count(pen)).strip(" ·"),
        blocks=tuple(_blocks(pen, Writing(pen, book(pen.language)), day)),
        draft=pen.say("paper.draft") if draft else "",
    )


def _blocks(pen: Pen, writing: Writing, day: date) -> Iterator[Block]:
    scope = pen.deal.scope
    lead = scope.quote_lead.strip() or scope.goal.strip()
    yield Title(text(pen.deal.title.strip() or pen.say("paper.quote")), text(lead))
    yield _facts(pen, day)
    yield from _approach(pen)
    yield from _prices(pen)
    for _, term in writing.list("quote.terms")[1]:
        yield Paragraph(term, role="small")
    yield _included(pen, writing)
    if not is_blank(scope.quote_note):
        yield Paragraph(text(scope.quote_note.strip()))
    yield _acceptance(pen)


def _approach(pen: Pen) -> Iterator[Block]:
    """How the work is done, beside similar work that was done before."""
    scope = pen.deal.scope
    columns: list[tuple[float, tuple[Block, ...]]] = []
    if not is_blank(scope.approach):
        label = Paragraph(text(pen.say("quote.approach")), role="label")
        columns.append((1.2, (label, Paragraph(text(scope.approach.strip()), role="small"))))
    shown = tuple(told for work in scope.references if (told := _reference(pen, work)))
    if shown:
        columns.append((1.0, (Bullets(shown, label=pen.say("quote.references")),)))
    if columns:
        yield SideBySide(tuple(columns))


def _prices(pen: Pen) -> Iterator[Block]:
    """The items, their sum, what could be added, and how it is paid."""
    items = pen.deal.scope.deliverables
    plain = pen.deal.client.level is not Level.EXPERT
    counted = [item for item in items if item.counts]
    if counted:
        yield item_table(
            pen, counted, pen.say("table.what-you-get"), pen.say("table.items-summary"), plain=plain
        )
    yield totals(pen)
    options = [item for item in items if not item.counts]
    if options:
        yield item_table(
            pen, options, pen.say("quote.options"), pen.say("table.options-summary"), plain=plain
        )
    if pen.deal.is_fixed_price and pen.deal.payment.stages:
        yield payment_bar(pen)


def _facts(pen: Pen, day: date) -> Facts:
    deal = pen.deal
    client, provider = deal.client, deal.provider
    contact = provider.email.strip() or provider.phone.strip()
    facts = [
        Fact(
            pen.say("quote.prepared-for"),
            _lines(
                pen.known(client.name), approver(client, pen.words, pen.form), place(client.address, pen.form)
            ),
        ),
        Fact(
            pen.say("quote.prepared-by"),
            _lines(pen.known(provider.name), contact, place(provider.address, pen.form)),
        ),
        Fact(pen.say("quote.issued"), (pen.form.short_day(day),)),
    ]
    if deal.price.valid_until:
        facts.append(Fact(pen.say("quote.valid-until"), (pen.form.short_day(deal.price.valid_until),)))
    return Facts(tuple(facts))


def _lines(*lines: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if not is_blank(line))


def _reference(pen: Pen, work: Reference) -> Text:
    """Title, address and file; a web address can be followed, anything else is mere text."""
    link = work.link.strip()
    address = Span(_bare(link), link=link if link != _bare(link) else None)
    file = pen.say("quote.attached", name=work.file.strip()) if work.file.strip() else ""
    parts = [span for span in (Span(work.title.strip()), address, Span(file)) if span.text]
    return tuple(span for part in parts for span in (Span(" · "), part))[1:]


def _bare(link: str) -> str:
    """A web address as it is told, without https."""
    return re.sub("^https?://", "", link)


def _included(pen: Pen, writing: Writing) -> Block:
    """What the price includes beside what it doesn't, and the bank code where there can be one."""
    left, right = writing.bullets("quote.included"), writing.bullets("quote.not-included")
    excluded = tuple(text(exclusion) for exclusion in pen.deal.scope.exclusions)
    columns: list[tuple[float, tuple[Block, ...]]] = [(2.0, (Bullets(left.items, "check", left.label),))]
    if excluded or right.items:
        columns.append((2.2, (Bullets(excluded + right.items, "dash", right.label),)))
    code = transfer_code(pen)
    if code:
        columns.append((1.0, (code,)))
    return SideBySide(tuple(columns))


def _acceptance(pen: Pen) -> Acceptance:
    number = numbered(pen, "quote") or pen.say("quote.this")
    contract = numbered(pen, "contract")
    named = pen.say("quote.contract", contract=contract) if contract else pen.say("quote.the-contract")
    paid_first = CONDITIONS["prepaid_first"](pen.deal)
    begins = pen.say("quote.after-payment" if paid_first else "quote.after-signing")
    given = {"number": number, "contract": named, "payment": begins}
    until = pen.deal.price.valid_until
    how = (
        pen.say("quote.accept-by", day=pen.form.day(until), **given)
        if until
        else pen.say("quote.accept-open", **given)
    )
    lines = (pen.say("quote.signature-line"), pen.say("quote.name-line"))
    return Acceptance(pen.say("quote.accept"), text(how), lines)


def _footer(pen: Pen) -> str:
    provider = pen.deal.provider
    account = account_number(provider.bank, pen.words, pen.form)
    website = _bare(provider.website.strip())
    return " · ".join(_lines(pen.known(provider.name), account, website))
