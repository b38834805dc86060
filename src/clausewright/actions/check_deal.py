"""Checks a deal against the guidance."""

from dataclasses import dataclass, field
from datetime import date

from clausewright.actions.public_holidays import holidays_around
from clausewright.deal.agreement import Deal
from clausewright.deal.profile import PriceNotice, Profile
from clausewright.guidance import RULES
from clausewright.guidance.finding import Context, Finding, Moment
from clausewright.guidance.review import Review, review
from clausewright.guidance.texts import Told, tell
from clausewright.wording import Format


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known beside the deal: the user's profile, the same client's other deals and letters."""

    profile: Profile = field(default_factory=Profile)
    other_deals: tuple[Deal, ...] = ()
    letters: tuple[PriceNotice, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A review, and its findings in words."""

    review: Review
    told: tuple[tuple[Finding, Told], ...]

    def as_json(self) -> dict[str, object]:
        """The shape that ``check --json`` prints."""
        return {
            "findings": [_finding(finding, told) for finding, told in self.told],
            "checked": list(self.review.checked),
        }


def check_deal(
    deal: Deal,
    today: date,
    moment: Moment = Moment.SIGN,
    surroundings: Surroundings | None = None,
    language: str = "en",
) -> Check:
    """Runs every rule of the guidance over the deal. Raises Problem where the deal names a holiday
    region that isn't known."""
    context = context_of(deal, today, moment, surroundings or Surroundings())
    found = review(deal, context, RULES)
    form = Format(deal.locale)
    return Check(found, tuple((finding, tell(finding, language, form)) for finding in found.findings))


def context_of(deal: Deal, today: date, moment: Moment, surroundings: Surroundings) -> Context:
    """The rules' context, with the holidays of the deal's region."""
    return Context(
        today=today,
        moment=moment,
        profile=surroundings.profile,
        holidays=holidays_around(deal, today),
        other_deals=surroundings.other_deals,
        letters=surroundings.letters,
    )


def _finding(finding: Finding, told: Told) -> dict[str, object]:
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "field": finding.field,
        "message": told.message,
        "because": told.because,
        "sources": list(finding.rule.sources),
        "fix": told.fix or None,
        "kept": finding.kept or None,
    }
