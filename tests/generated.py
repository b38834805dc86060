"""Deals of all kinds, made by hypothesis: what the client must know of them has to stand in the papers."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from clausewright.deal.agreement import Deal
from clausewright.deal.file import validate
from clausewright.deal.party import Channel, ClientKind, Level
from clausewright.deal.payment import ClientPart, Due, InterestUnit
from clausewright.deal.price import Concession, DiscountUnit, PeriodUnit, PriceKind, TaxKind
from clausewright.deal.terms import NoticeUnit, Portfolio, Renewal, Rhythm, TermKind, Transfer

DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31))
LINES = st.text(
    st.sampled_from("aeiouklmnst ĀŠž王민 <&*_{}#|").filter(str.isprintable), min_size=1, max_size=12
)
AMOUNTS = st.decimals(0, 99_999, places=2).map(str)
PERCENTS = st.decimals(0, 100, places=1).map(str)
COUNTS = st.integers(0, 60)


def values_of(choice: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([member.value for member in choice])


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def records(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def lists(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=3)


@st.composite
def stages(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Stages whose shares make the whole price."""
    count = draw(st.integers(1, 6))
    cuts = sorted(draw(st.sets(st.integers(1, 99), min_size=count - 1, max_size=count - 1)))
    shares = [after - before for before, after in zip([0, *cuts], [*cuts, 100], strict=True)]
    return [
        {
            "id": f"s{number}",
            "name": draw(LINES),
            "work": draw(LINES),
            "result": draw(LINES),
            "client_parts": draw(lists(values_of(ClientPart))),
            "share": str(share),
            "due": draw(values_of(Due)),
            "due_on": draw(DAYS).isoformat(),
            "days": draw(st.integers(1, 20)),
        }
        for number, share in enumerate(shares, 1)
    ]


ITEMS = records(
    name=LINES,
    description=LINES,
    plain_description=LINES,
    steps=lists(LINES),
    quantity=st.decimals(0, 300, places=1).map(str),
    unit=LINES,
    rate=maybe(AMOUNTS),
    price=maybe(AMOUNTS),
    optional=st.booleans(),
    chosen=st.booleans(),
    estimated_hours=st.just("7"),
)

DATA = st.fixed_dictionaries(
    {
        "number": st.sampled_from(["", "2026-014"]),
        "locale": st.sampled_from(["en_GB", "en_US", "de_DE"]),
        "provider": records(
            name=LINES, role=LINES, zone=st.just("Europe/Riga"), holiday_region=st.just("DE-BY")
        ),
        "client": records(kind=values_of(ClientKind), name=LINES, level=values_of(Level), notes=LINES),
        "scope": records(
            goal=LINES,
            success_criteria=lists(LINES),
            deliverables=lists(ITEMS),
            exclusions=lists(LINES),
            materials=lists(records(description=LINES, due=DAYS.map(str), stage=st.just("s1"))),
            nothing_needed=st.booleans(),
            decisions=lists(records(decision=LINES, advice=LINES, on=DAYS.map(str))),
            summary=LINES,
        ),
        "price": records(
            kind=values_of(PriceKind),
            currency=st.sampled_from(["EUR", "KRW", "KWD"]),
            hourly_rate=AMOUNTS,
            period=records(
                unit=values_of(PeriodUnit),
                amount=AMOUNTS,
                hours=AMOUNTS,
                due_day=st.integers(1, 28),
                cap_hours=AMOUNTS,
                cap_amount=AMOUNTS,
                minimum_hours=AMOUNTS,
            ),
            tax=records(kind=values_of(TaxKind), rate=PERCENTS, reason=LINES),
            discount=records(
                value=PERCENTS,
                unit=values_of(DiscountUnit),
                concession=maybe(values_of(Concession)),
                concession_text=LINES,
                repeated_structure=st.booleans(),
                ends=DAYS.map(str),
                reasoning=LINES,
            ),
            confidentiality_surcharge=PERCENTS,
            rush_surcharge=maybe(PERCENTS),
            contingent=lists(records(description=LINES, amount=AMOUNTS, counted=st.booleans())),
            extra_rate=AMOUNTS,
            issued=DAYS.map(str),
            valid_until=DAYS.map(str),
        ),
        "payment": records(
            stages=stages(),
            late_interest=records(rate=PERCENTS, unit=values_of(InterestUnit)),
            suspension=st.booleans(),
            suspension_after=COUNTS,
            guarantee=maybe(records(percent=PERCENTS)),
            kill_fee=PERCENTS,
        ),
        "schedule": records(start=DAYS.map(str), promised=DAYS.map(str)),
        "revisions": records(
            rounds=maybe(COUNTS),
            unlimited=st.booleans(),
            feedback_days=COUNTS,
            support_days=COUNTS,
            silence_days=COUNTS,
        ),
        "communication": records(
            response_hours=COUNTS,
            channels=lists(values_of(Channel)),
            call_window=st.just({"opens": "10:30", "closes": "16:15"}),
            report=values_of(Rhythm),
        ),
        "rights": records(
            confidential=st.booleans(),
            confidential_years=COUNTS,
            portfolio=values_of(Portfolio),
            transfer=values_of(Transfer),
        ),
        "term": records(
            kind=values_of(TermKind),
            months=COUNTS,
            renewal=values_of(Renewal),
            price_notice=st.fixed_dictionaries({"length": COUNTS, "unit": values_of(NoticeUnit)}),
        ),
        "exit": records(notice_days=COUNTS, remedy_days=COUNTS, liability_cap=PERCENTS, talks_days=COUNTS),
    }
)


def deals() -> st.SearchStrategy[Deal]:
    return DATA.map(lambda data: validate(Deal, {"schema_version": 1, **data}, "The test's deal"))
