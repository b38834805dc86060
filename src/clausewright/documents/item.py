"""The items of the work as a table: what it is, how much of it, and what it costs."""

from collections.abc import Iterable

from clausewright.deal.money import Money
from clausewright.deal.scope import Deliverable
from clausewright.deal.sums import item_price
from clausewright.documents.pen import Pen
from clausewright.documents.tree import Cell, Column, Table, Text, text


def item_table(pen: Pen, items: Iterable[Deliverable], label: str, summary: str, *, plain: bool) -> Table:
    """Quantities, rates and amounts stand in it for a fixed price alone: otherwise they add up to
    nothing. ``plain`` adds what was written for a reader who is new to the field."""
    columns: tuple[Column, ...] = (Column(label, 5.6),)
    if pen.deal.is_fixed_price:
        columns += (
            Column(pen.say("table.quantity"), 1.2, figures=True),
            Column(pen.say("table.rate"), 1.2, figures=True),
            pen.amount_column(),
        )
    else:
        columns += (Column(pen.say("table.quantity"), 1.2, figures=True),)
    return Table(columns, tuple(_row(pen, item, plain) for item in items), summary)


def _row(pen: Pen, item: Deliverable, plain: bool) -> tuple[Cell, ...]:
    name = Cell(text(pen.known(item.name)), _notes(pen, item, plain), strong=True)
    if not pen.deal.is_fixed_price:
        return (name, Cell(text(_quantity(pen, item))))
    return (
        name,
        Cell(text(_quantity(pen, item))),
        Cell(text(_rate(pen, item))),
        Cell(text(pen.form.amount(item_price(pen.deal, item)))),
    )


def _notes(pen: Pen, item: Deliverable, plain: bool) -> tuple[Text, ...]:
    notes = (
        item.description,
        pen.say("table.plain", text=item.plain_description)
        if plain and item.plain_description.strip()
        else "",
        pen.say("table.includes", list="; ".join(item.steps)) if item.steps else "",
        pen.say("table.chosen") if item.optional and item.chosen else "",
    )
    return tuple(text(note) for note in notes if note.strip())


def _quantity(pen: Pen, item: Deliverable) -> str:
    """A single piece has no quantity worth telling."""
    if item.quantity == 1 and not item.unit.strip():
        return pen.say("table.fixed") if item.price is not None and pen.deal.is_fixed_price else ""
    return f"{pen.form.number(item.quantity)}\u00a0{item.unit}".strip()


def _rate(pen: Pen, item: Deliverable) -> str:
    if item.price is not None or item.rate is None:
        return ""
    return pen.form.rate(Money(item.rate, pen.deal.price.currency)).rpartition("\u00a0")[0]
