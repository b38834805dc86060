"""How the price comes about: items, surcharge, discount and tax, line by line."""

from collections.abc import Iterator

from clausewright.deal.field import is_blank
from clausewright.deal.money import Money
from clausewright.deal.price import DiscountUnit, PriceKind, TaxKind
from clausewright.deal.sums import sums
from clausewright.documents.condition import CONDITIONS
from clausewright.documents.pen import Pen
from clausewright.documents.tree import Cell, Column, Table, Text, Total, Totals, text

Line = tuple[str, Money]


def price_parts(pen: Pen) -> Table:
    """From the items to the price before tax."""
    columns = (Column(pen.say("table.price-part"), 5), pen.amount_column())
    rows = [(Cell(text(label)), Cell(text(pen.signed(amount)))) for label, amount in _parts(pen)]
    label, net = _net(pen)
    rows.append((Cell(text(label), strong=True), Cell(text(pen.signed(net)), strong=True)))
    return Table(columns, tuple(rows), pen.say("table.parts-summary"))


def totals(pen: Pen) -> Totals:
    """The sums below a quote's items, the figure that counts last; the table of items names the
    currency. An hourly deal that has no sum tells its rate."""
    deal = pen.deal
    if deal.is_hourly and not sums(deal).net:
        rate = Total(pen.say("sum.rate", tax=deal.price.tax.name), str(pen.values["hourly_rate"]), grand=True)
        return Totals((rate,), tax_note(pen) or text(pen.say("tax.added", **_tax_names(pen))))
    lines: list[Line] = [*_adjustments(pen), _net(pen), *_tax(pen)]
    last = lines.pop()
    told = pen.signed if deal.is_fixed_price and CONDITIONS["deliverables"](deal) else pen.form.money
    before = tuple(Total(label, told(amount)) for label, amount in lines)
    return Totals((*before, Total(last[0], told(last[1]), grand=True)), tax_note(pen))


def tax_note(pen: Pen) -> Text:
    """Why no tax is charged; nothing where it is."""
    tax = pen.deal.price.tax
    if tax.kind is TaxKind.RATE:
        return ()
    name = f"tax.{tax.kind.value}" if is_blank(tax.reason) else f"tax.{tax.kind.value}-because"
    return text(pen.say(name, tax=tax.name, text=tax.reason.strip(" .")))


def _adjustments(pen: Pen) -> tuple[Line, ...]:
    """What stands between the items and the price, where there is anything."""
    parts = tuple(_parts(pen))
    return parts if len(parts) > 1 else ()


def _parts(pen: Pen) -> Iterator[Line]:
    deal, made = pen.deal, sums(pen.deal)
    yield _items_label(pen), made.items
    if deal.price.confidentiality_surcharge:
        percent = pen.form.percent(deal.price.confidentiality_surcharge)
        yield pen.say("sum.surcharge", percent=percent), made.surcharge
    for part in deal.price.contingent:
        if part.counted:
            yield pen.say("sum.contingent", text=part.description), Money(part.amount, deal.price.currency)
    if deal.price.discount.value:
        yield _discount_label(pen), made.discount * -1


def _items_label(pen: Pen) -> str:
    match pen.deal.price.kind:
        case PriceKind.FIXED:
            return pen.say("sum.items")
        case PriceKind.RETAINER:
            return pen.say("sum.period-amount", period=pen.values["period"])
        case PriceKind.HOURLY:
            hours = pen.form.number(pen.deal.price.period.hours or 0)
            return pen.say("sum.hours", hours=hours, amount=pen.values["hourly_rate"])


def _discount_label(pen: Pen) -> str:
    discount = pen.deal.price.discount
    of = "-of" if CONDITIONS["discount_item"](pen.deal) else ""
    kind = "discount" if discount.unit is DiscountUnit.PERCENT else "discount-amount"
    percent = pen.form.percent(discount.value)
    return pen.say(f"sum.{kind}{of}", percent=percent, name=pen.values["discount_item"])


def _net(pen: Pen) -> Line:
    return pen.say(_by_period(pen, "sum.net"), **_tax_names(pen)), sums(pen.deal).net


def _tax(pen: Pen) -> tuple[Line, ...]:
    tax = pen.deal.price.tax
    if tax.kind is not TaxKind.RATE:
        return ()
    made = sums(pen.deal)
    return (
        (pen.say("sum.tax", **_tax_names(pen)), made.tax),
        (pen.say(_by_period(pen, "sum.total"), **_tax_names(pen)), made.total),
    )


def _by_period(pen: Pen, name: str) -> str:
    return f"{name}-period" if pen.deal.price.is_periodic else name


def _tax_names(pen: Pen) -> dict[str, str]:
    tax = pen.deal.price.tax
    return {"tax": tax.name, "percent": pen.form.percent(tax.rate), "period": str(pen.values["period"])}
