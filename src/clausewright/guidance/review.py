"""A deal, looked at against every rule."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from clausewright.deal.agreement import Deal
from clausewright.deal.field import is_blank
from clausewright.deal.private import KeptFinding
from clausewright.guidance.finding import Context, Finding, Rule
from clausewright.problem import Problem
from clausewright.wording import Value


@dataclass(frozen=True, slots=True)
class Review:
    """The findings in reading order, and the ids of the rules that found nothing."""

    findings: tuple[Finding, ...]
    checked: tuple[str, ...]

    @property
    def blocking(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.blocks)


def review(deal: Deal, context: Context, rules: Iterable[Rule]) -> Review:
    """Runs the rules that speak up in the context's moment; kept findings carry their reason."""
    findings: list[Finding] = []
    checked: list[str] = []
    for each in rules:
        if context.moment not in each.moments:
            continue
        found = [_kept(Finding(each, spot), deal) for spot in each.check(deal, context)]
        findings += found
        if not found:
            checked.append(each.id)
    return Review(tuple(findings), tuple(checked))


def plain_values(values: Mapping[str, Value]) -> dict[str, str | int]:
    """A finding's values as a file stores them: numbers that aren't whole as text."""
    return {name: value if isinstance(value, int) else str(value) for name, value in values.items()}


def _kept(finding: Finding, deal: Deal) -> Finding:
    if not finding.rule.can_be_kept:
        return finding
    for kept in deal.kept:
        if (kept.id, kept.field) == (finding.id, finding.field) and kept.values == plain_values(
            finding.spot.values
        ):
            return replace(finding, kept=kept.reason)
    return finding


def keep(deal: Deal, finding: Finding, reason: str, on: date) -> Deal:
    """The deal with this finding left as it is; the reason lapses when the finding's values change."""
    if not finding.rule.can_be_kept:
        raise Problem("This can't be left as it is.", "Fix it; without it the paper makes no contract.")
    if is_blank(reason):
        raise Problem("A finding is kept with a reason.", "Say in a line why it is fine in this deal.")
    note = KeptFinding(
        id=finding.id,
        field=finding.field,
        values=plain_values(finding.spot.values),
        reason=reason.strip(),
        on=on,
    )
    others = tuple(kept for kept in deal.kept if (kept.id, kept.field) != (finding.id, finding.field))
    return deal.model_copy(update={"kept": (*others, note)})
