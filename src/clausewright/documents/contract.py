"""The contract."""

from datetime import date

from clausewright.deal.agreement import ClientDeal
from clausewright.documents.book import book
from clausewright.documents.masthead import masthead, page_count, reference
from clausewright.documents.party import approver, place, provider_role
from clausewright.documents.pen import Pen
from clausewright.documents.tree import (
    Block,
    Contents,
    Document,
    KeyTerms,
    Paragraph,
    Section,
    Signatory,
    SignatureBlock,
    Term,
    Text,
    Title,
    text,
)
from clausewright.documents.writing import Writing

PROVIDER_FIELD, CLIENT_FIELD = "Provider", "Client"
"""The names of the PDF's signature fields."""


def contract(
    deal: ClientDeal,
    *,
    dated: date,
    draft: bool = False,
    logo: bytes | None = None,
    language: str | None = None,
) -> Document:
    """The whole contract in one language (the deal's first one unless another is named).

    ``dated`` is the day that the paper bears unless the deal has a signing date; ``draft`` marks each
    page as not meant for signing.
    """
    pen = Pen(deal, language or deal.languages[0])
    writing = Writing(pen, book(pen.language))
    day = deal.signing_date or dated
    annexes = writing.annexes()
    blocks: tuple[Block, ...] = (
        Title(text(_title(pen)), _between(pen, day)),
        _key_terms(pen, writing),
        Contents(pen.say("paper.contents")),
        *writing.sections(),
        _signatures(pen),
        Paragraph(text(_attached(pen, annexes)), role="small"),
        *annexes,
    )
    named = reference(pen, "contract")
    return Document(
        kind="contract",
        title=_title(pen),
        author=pen.known(deal.provider.trades_as),
        subject=pen.say("paper.subject", paper=pen.say("paper.contract"), reference=named),
        language=pen.language,
        made=day,
        size=deal.paper_size.value,
        accent=deal.provider.accent,
        masthead=masthead(pen, "contract", logo),
        footer=_footer(pen, named),
        page=page_count(pen),
        blocks=blocks,
        draft=pen.say("paper.draft") if draft else "",
    )


def _title(pen: Pen) -> str:
    title = pen.deal.title.strip()
    return pen.say("paper.agreement-on", title=title) if title else pen.say("paper.agreement")


def _between(pen: Pen, day: date) -> Text:
    deal = pen.deal
    return pen.words.write(
        "paper.between",
        pen.form,
        provider=provider_role(deal, pen.words, pen.form),
        provider_name=pen.known(deal.provider.name),
        provider_place=_comma(pen, place(deal.provider.address, pen.form)),
        client_name=pen.known(deal.client.name),
        client_place=_comma(pen, place(deal.client.address, pen.form)),
        day=pen.form.day(day),
    )


def _comma(pen: Pen, place: str) -> str:
    return pen.say("paper.place", place=place) if place else ""


def _footer(pen: Pen, named: str) -> str:
    return pen.say(
        "paper.footer",
        paper=pen.say("paper.contract"),
        reference=named,
        provider_name=pen.known(pen.deal.provider.name),
        client_name=pen.known(pen.deal.client.name),
    )


def _key_terms(pen: Pen, writing: Writing) -> KeyTerms:
    label, terms = writing.list("key-terms")
    return KeyTerms(label, pen.say("key.note"), tuple(Term(heading, value) for heading, value in terms))


def _signatures(pen: Pen) -> SignatureBlock:
    return SignatureBlock(pen.say("signature.heading"), (_provider(pen), _client(pen)))


def _provider(pen: Pen) -> Signatory:
    deal = pen.deal
    role, name = provider_role(deal, pen.words, pen.form), pen.known(deal.provider.name)
    where = place(deal.provider.address, pen.form)
    return Signatory(
        role,
        name,
        (where,) if where else (),
        PROVIDER_FIELD,
        pen.say("signature.tooltip", role=role, name=name),
        stamp=(pen.say("signature.provider-stamp", role=role),),
    )


def _client(pen: Pen) -> Signatory:
    client = pen.deal.client
    role, name = pen.say("party.client"), pen.known(client.name)
    details = approver(client, pen.words, pen.form) or place(client.address, pen.form)
    return Signatory(
        role,
        name,
        (details,) if details else (),
        CLIENT_FIELD,
        pen.say("signature.tooltip", role=role, name=name),
        stamp=(pen.say("signature.client-stamp"), pen.say("signature.client-how")),
        lines=(pen.say("signature.name-line"), pen.say("signature.place-line")),
    )


def _attached(pen: Pen, annexes: tuple[Section, ...]) -> str:
    named = (pen.say("paper.attached-annex", number=annex.number, heading=annex.heading) for annex in annexes)
    return pen.say("paper.attached", list=" · ".join(named))
