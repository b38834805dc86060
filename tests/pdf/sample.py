"""A quote and a contract as trees: what the mock-ups show, with names in several scripts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from clausewright.documents.tree import (
    Acceptance,
    Block,
    Bullets,
    Cell,
    Clause,
    Column,
    Contents,
    Document,
    Fact,
    Facts,
    KeyTerms,
    Masthead,
    Paragraph,
    PaymentBar,
    PaymentPart,
    QrCode,
    Section,
    SideBySide,
    Signatory,
    SignatureBlock,
    Span,
    Table,
    Term,
    Text,
    Title,
    Total,
    Totals,
    text,
)

FIELDS = ("Provider", "Client")


def document(*blocks: Block, language: str = "en", draft: str = "", size: str = "A4") -> Document:
    """A contract of these blocks alone."""
    return replace(contract(), blocks=blocks, language=language, draft=draft, size=size)  # type: ignore[arg-type]


def quote() -> Document:
    items = (
        ("Discovery workshop and content audit", "One remote half-day, written findings", "2 days", "960.00"),
        ("Visual design, eight page templates", "Two revision rounds included", "9 days", "4,320.00"),
        ("Front-end build", "WCAG 2.2 AA on the staging site", "12 days", "5,760.00"),
        ("CMS training and handover", "Recorded session, editor’s guide", "1.5 days", "720.00"),
        ("Launch support", "Ten working days, reply within 8 working hours", "fixed", "640.00"),
    )
    columns = (
        Column("What you get", 3.4),
        Column("Quantity", 0.9, figures=True),
        Column("Rate", 0.8, figures=True),
        Column("Amount, EUR", 1.1, figures=True),
    )
    rows = tuple(
        (
            Cell(text(name), (text(note),), strong=True),
            Cell(text(often)),
            Cell(text("480.00")),
            Cell(text(sum_)),
        )
        for name, note, often, sum_ in items
    )
    stages = (
        ("20", "20%  Discovery", "2,480.00 EUR", "On signing, before work starts"),
        ("30", "30%  Design approved", "3,720.00 EUR", "14 days after approval"),
        ("35", "35%  Build accepted", "4,340.00 EUR", "14 days after acceptance"),
        ("15", "15%  Launch", "1,860.00 EUR", "Before the site goes live"),
    )
    parts = tuple(PaymentPart(Decimal(share), *words) for share, *words in stages)
    return Document(
        kind="quote",
        title="Website redesign",
        author="Ieva Kalniņa",
        subject="Quote Q-2026-014, version 3",
        language="en",
        made=date(2026, 11, 21),
        size="A4",
        accent="#0B6B5D",
        masthead=Masthead(
            "IK", "Ieva Kalniņa", "Interface design and front-end", "Quote", "Q-2026-014 · version 3"
        ),
        footer="Ieva Kalniņa · IBAN LV80 BANK 0000 4351 9500 1 · ievakalnina.example",
        page="Q-2026-014 · {page} / {pages}",
        blocks=(
            Title(
                text("Website redesign"),
                text(
                    "A faster, accessible shop front for Nordlys Coffee: "
                    "eight page templates, a CMS your team can edit."
                ),
            ),
            Facts(
                (
                    Fact(
                        "Prepared for",
                        ("Nordlys Coffee Roasters Oy", "Aino Lehtinen, Head of Digital", "Helsinki, Finland"),
                    ),
                    Fact("Prepared by", ("Ieva Kalniņa", "hello@ievakalnina.example", "Rīga, Latvia")),
                    Fact("Issued", ("21 Nov 2026",)),
                    Fact("Valid until", ("12 Dec 2026",)),
                )
            ),
            Table(columns, rows, "The items of the quote"),
            Totals(
                (Total("Total without VAT", "12,400.00", grand=True),),
                text(
                    "VAT: reverse charge, to be accounted for by the recipient "
                    "(Art. 196, Directive 2006/112/EC)."
                ),
            ),
            PaymentBar("How payment works", parts),
            SideBySide(
                (
                    (
                        1.0,
                        (
                            _bullets(
                                "Included",
                                "check",
                                "Two revision rounds",
                                "Source files listed",
                                "One contact",
                            ),
                        ),
                    ),
                    (
                        1.2,
                        (
                            _bullets(
                                "Not included",
                                "dash",
                                "Photography",
                                "Copywriting: 60.00 EUR/h",
                                "Hosting fees",
                            ),
                        ),
                    ),
                    (
                        0.5,
                        (
                            QrCode(
                                b"BCD\n002\n1\nSCT\nBANKLV22",
                                "Pay the deposit",
                                "SEPA QR, 2,480.00 EUR",
                                "Bank details as a code",
                            ),
                        ),
                    ),
                )
            ),
            Acceptance(
                "Accept this quote",
                text(
                    "Sign below or reply “I accept Q-2026-014”. The contract of the same number then applies."
                ),
                ("Signature of the client", "Name and date"),
            ),
        ),
    )


def _bullets(label: str, mark: str, *items: str) -> Bullets:
    return Bullets(tuple(text(item) for item in items), mark=mark, label=label)  # type: ignore[arg-type]


def contract() -> Document:
    return Document(
        kind="contract",
        title="Services agreement: website redesign",
        author="Ieva Kalniņa",
        subject="Contract C-2026-014, version 3",
        language="en",
        made=date(2026, 11, 21),
        size="A4",
        accent="#0B6B5D",
        masthead=Masthead(
            "IK", "Ieva Kalniņa", "Interface design and front-end", "Contract", "C-2026-014 · version 3"
        ),
        footer="Contract C-2026-014 · version 3 · Ieva Kalniņa / Nordlys Coffee Roasters Oy",
        page="{page} / {pages}",
        blocks=(
            Title(
                text("Services agreement: website redesign"),
                text(
                    "between ",
                    Span("Ieva Kalniņa", strong=True),
                    ", Rīga, Latvia (“Designer”) and ",
                    Span("Nordlys Coffee Roasters Oy", strong=True),
                    ", Helsinki, Finland (“Client”).",
                ),
            ),
            _key_terms(),
            Contents("Contents"),
            *_sections(),
            signatures(),
            Paragraph(text("Attached: Annex A, Scope of work · the deal as data (deal.json)"), role="small"),
            Section(
                "A",
                "Scope of work",
                "annex-a",
                (Clause("A.1", text("Eight page templates."), "scope"),),
                new_page=True,
            ),
        ),
    )


def signatures() -> SignatureBlock:
    return SignatureBlock(
        "Signatures",
        (
            Signatory("Designer", "Ieva Kalniņa", ("Rīga, Latvia",), FIELDS[0], "Signature of the designer"),
            Signatory(
                "Client",
                "Nordlys Coffee Roasters Oy",
                ("Aino Lehtinen, Head of Digital",),
                FIELDS[1],
                "Signature of the client",
                ("Signature field for the client", "sign in your PDF reader, or print and sign"),
                ("Name", "Place and date"),
            ),
        ),
    )


def _key_terms() -> KeyTerms:
    terms = (
        ("Price", "12,400.00 EUR, fixed, reverse charge VAT"),
        ("Payment", "20% signing, 30% design, 35% build, 15% launch"),
        ("Delivery", "8 page templates, live by 12 February 2027"),
        ("Revisions", "2 rounds per template, then 60.00 EUR/hour"),
        ("Response time", "8 working hours, Mon–Fri 9:00–17:00 (Rīga)"),
        ("Price changes", "60 days’ written notice, not during this project"),
    )
    note = "A summary. If it differs from a clause below, the clause applies."
    return KeyTerms("Key terms", note, tuple(Term(label, text(value)) for label, value in terms))


_STAGES = Table(
    (
        Column("Stage", 1.5),
        Column("Falls due", 1.2),
        Column("Share", 0.5, figures=True),
        Column("Amount, EUR", 0.8, figures=True),
    ),
    (
        (
            Cell(text("Deposit"), strong=True),
            Cell(text("on signing")),
            Cell(text("30%")),
            Cell(text("3,720.00")),
        ),
        (
            Cell(text("Design approved"), strong=True),
            Cell(text("14 days after")),
            Cell(text("45%")),
            Cell(text("5,580.00")),
        ),
        (
            Cell(text("Before launch"), strong=True),
            Cell(text("before launch")),
            Cell(text("25%")),
            Cell(text("3,100.00")),
        ),
    ),
    "The stages of payment",
)


def _sections() -> Iterator[Section]:
    subjects = (
        "Services",
        "Price and payment",
        "Revisions and changes",
        "Response time",
        "Rights",
        "Confidentiality",
        "Ending early",
        "Law and disputes",
        "Form and copies",
    )
    for number, subject in enumerate(subjects, start=1):
        yield Section(str(number), subject, f"section-{number}", tuple(_clauses(number, subject.lower())))


def _clauses(section: int, subject: str) -> Iterator[Clause]:
    for number in range(1, 7):
        said = _said(section, number, subject)
        yield Clause(
            f"{section}.{number}",
            said,
            f"clause-{section}-{number}",
            (_STAGES,) if (section, number) == (2, 2) else (),
        )


def _said(section: int, number: int, subject: str) -> Text:
    long = " Both sides keep a written note of it, and neither of them may rely on what was not written." * (
        number % 3
    )
    return text(
        f"On {subject}, point {number} of {section}: ",
        Span("the Designer", strong=True),
        f" says in writing what is meant.{long}",
    )
