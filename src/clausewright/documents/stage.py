"""Stages in the papers: when each is due, what it comes to, and what goes back when the deal ends early."""

from clausewright.deal.money import Money
from clausewright.deal.payment import Due, Stage
from clausewright.deal.sums import refund_on_ending, shares_complete, stage_amounts, sums
from clausewright.documents.pen import Pen
from clausewright.documents.tree import Block, Cell, Column, PaymentBar, PaymentPart, Table, Text, text

_FITS_A_BAR = 5


def stages(pen: Pen) -> Table:
    """Name, due date, share and amount with tax of each stage."""
    columns = (
        Column(pen.say("table.stage"), 3),
        Column(pen.say("table.due"), 3),
        Column(pen.say("table.share"), 1, figures=True),
        pen.amount_column(),
    )
    rows = (
        (
            Cell(text(stage_name(pen, index)), strong=True),
            Cell(text(due(pen, index))),
            Cell(text(pen.form.percent(stage.share))),
            Cell(text(pen.form.amount(amount))),
        )
        for index, (stage, amount) in enumerate(
            zip(pen.deal.payment.stages, stage_amounts(pen.deal), strict=True)
        )
    )
    return Table(columns, tuple(rows), pen.say("table.stages-summary"))


def stage_plan(pen: Pen) -> Table:
    """What is done in each stage, what is accepted at its end, and what the client adds."""
    columns = [Column(pen.say("table.plan-work"), 4), Column(pen.say("table.plan-part"), 1.6)]
    if pen.deal.is_fixed_price:
        columns += [
            Column(pen.say("table.due"), 1.9),
            pen.amount_column(),
        ]
    rows = (
        _plan_row(pen, index, stage, amount)
        for index, (stage, amount) in enumerate(
            zip(pen.deal.payment.stages, stage_amounts(pen.deal), strict=True)
        )
    )
    return Table(tuple(columns), tuple(rows), pen.say("table.plan-summary"))


def _plan_row(pen: Pen, index: int, stage: Stage, amount: Money) -> tuple[Cell, ...]:
    notes: list[Text] = [text(stage.work)] if stage.work.strip() else []
    if stage.result.strip():
        notes.append(text(pen.say("table.result", text=stage.result)))
    cells = (
        Cell(text(stage_name(pen, index)), tuple(notes), strong=True),
        Cell(text(_client_part(pen, stage))),
    )
    if not pen.deal.is_fixed_price:
        return cells
    return (*cells, Cell(text(due(pen, index))), Cell(text(pen.form.amount(amount))))


def _client_part(pen: Pen, stage: Stage) -> str:
    parts = dict.fromkeys(stage.client_parts)
    return (
        pen.form.list(tuple(pen.say(f"part.{part.value}") for part in parts))
        if parts
        else pen.say("part.open")
    )


def payment_bar(pen: Pen) -> Block:
    """How the price is paid; a table takes the bar's place where the bar would not be readable."""
    parts = pen.deal.payment.stages
    if not shares_complete(pen.deal) or len(parts) > _FITS_A_BAR:
        return stages(pen)
    return PaymentBar(
        pen.say("quote.payment"),
        tuple(
            _payment_part(pen, index, stage, amount)
            for index, (stage, amount) in enumerate(zip(parts, stage_amounts(pen.deal), strict=True))
        ),
    )


def _payment_part(pen: Pen, index: int, stage: Stage, amount: Money) -> PaymentPart:
    heading = pen.say("share.stage", percent=pen.form.percent(stage.share), name=stage_name(pen, index))
    return PaymentPart(stage.share, heading, pen.form.money(amount), due(pen, index))


def stage_name(pen: Pen, index: int) -> str:
    return pen.deal.payment.stages[index].name.strip() or f"{pen.say('table.stage')}\u00a0{index + 1}"


def due(pen: Pen, index: int) -> str:
    """When a stage falls due, in words."""
    stage = pen.deal.payment.stages[index]
    if stage.due is None or (stage.due is Due.ON_DATE and stage.due_on is None):
        return pen.say("due.open")
    if stage.due is Due.ON_PREVIOUS_ACCEPTANCE and index == 0:
        return pen.say("due.on-signing")
    day = pen.form.day(stage.due_on) if stage.due_on else ""
    return pen.say(f"due.{stage.due.value}", day=day)


def refund(pen: Pen) -> Table:
    """The refund reckoned with this deal's figures: two stages are paid and the first is accepted, or
    the only one is paid and not accepted."""
    paid = range(min(len(pen.deal.payment.stages), 2))
    accepted = paid[:-1]
    made = refund_on_ending(pen.deal, _ids(pen, paid), _ids(pen, accepted))
    steps = [(pen.say("refund.paid", list=_named(pen, paid)), made.prepaid)]
    if accepted:
        steps.append((pen.say("refund.accepted", list=_named(pen, accepted)), made.accepted * -1))
    else:
        steps.append((pen.say("refund.nothing-accepted"), made.accepted))
    if made.kill_fee:
        undone = pen.form.money(sums(pen.deal).total - made.accepted)
        percent = pen.form.percent(pen.deal.payment.kill_fee)
        steps.append((pen.say("refund.kill-fee", percent=percent, amount=undone), made.kill_fee * -1))
    rows = [(Cell(text(step)), Cell(text(pen.signed(amount)))) for step, amount in steps]
    rows.append(
        (Cell(text(pen.say("refund.refund")), strong=True), Cell(text(pen.signed(made.refund)), strong=True))
    )
    columns = (Column(pen.say("table.step"), 5), pen.amount_column())
    return Table(columns, tuple(rows), pen.say("table.reckoning-summary"))


def _ids(pen: Pen, indices: range) -> list[str]:
    return [pen.deal.payment.stages[index].id for index in indices]


def _named(pen: Pen, indices: range) -> str:
    return pen.form.list(tuple(stage_name(pen, index) for index in indices))
