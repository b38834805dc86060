"""What a review finds, and what it needs to know beyond the deal."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as _field
from datetime import date
from enum import StrEnum

from clausewright.deal.agreement import Deal
from clausewright.deal.plan import working_time
from clausewright.deal.profile import PriceNotice, Profile
from clausewright.deal.sums import has_paid_stage
from clausewright.deal.working_time import WorkingTime
from clausewright.wording import Value, Vocabulary


class Severity(StrEnum):
    """How much a finding weighs: a block stops signing, a warning is shown, advice is a tip."""

    BLOCK = "block"
    WARN = "warn"
    ADVISE = "advise"


class Moment(StrEnum):
    """What a review is made for."""

    DRAFT = "draft"
    SEND = "send"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Context:
    """All that the rules know beyond the deal itself; no rule reads the clock or the disk.

    ``other_deals`` and ``letters`` are those with the same client; ``holidays`` are the public
    holidays of the provider's region in the years around the deal.
    """

    today: date
    moment: Moment = Moment.SIGN
    profile: Profile = _field(default_factory=Profile)
    holidays: frozenset[date] = frozenset()
    other_deals: tuple[Deal, ...] = ()
    letters: tuple[PriceNotice, ...] = ()

    def time(self, deal: Deal) -> WorkingTime:
        return working_time(deal, self.holidays)

    def signing_date(self, deal: Deal) -> date:
        """The day the deal was signed; today while it is not."""
        return deal.signing_date or self.today

    def is_new_client(self, deal: Deal) -> bool:
        """No paid stage in another deal with this client, and "worked together before" is not ticked."""
        return not deal.client.worked_before and not any(map(has_paid_stage, self.other_deals))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a rule found something: the field's path, and the values that the texts name.

    A kept finding holds for these values, so a rule yields those that made it fire.
    ``variant`` chooses among several texts of one rule; ``can_fix`` is False where the rule's fix can't
    help in this very place.
    """

    field: str
    values: Mapping[str, Value] = _field(default_factory=dict)
    variant: str = ""
    can_fix: bool = True


Check = Callable[[Deal, Context], Iterator[Spot]]
Fix = Callable[[Deal, Context], Deal]


@dataclass(frozen=True, slots=True)
class Rule:
    """One item of the guidance that is checked.

    ``sources`` name article and part, such as ``s1 principle 3``; ``values`` are those that its spots
    hold and its texts may name; ``fix`` clears the finding and keeps what was entered; a rule that
    can't be kept must be fixed; ``moments`` are those that it speaks up in.
    """

    id: str
    severity: Severity
    sources: tuple[str, ...]
    check: Check
    values: Vocabulary
    house: bool = False
    fix: Fix | None = None
    can_be_kept: bool = True
    moments: frozenset[Moment] = frozenset(Moment)


def rule(
    id: str,
    severity: Severity,
    *sources: str,
    values: Vocabulary | None = None,
    house: bool = False,
    fix: Fix | None = None,
    can_be_kept: bool = True,
    moments: frozenset[Moment] = frozenset(Moment),
) -> Callable[[Check], Rule]:
    """Makes a check into a Rule; at least one source is required."""
    if not sources:
        raise TypeError(f"{id} names no source")

    def made(check: Check) -> Rule:
        return Rule(id, severity, sources, check, values or {}, house, fix, can_be_kept, moments)

    return made


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to reconsider, tied to the field where it can be changed.

    ``kept`` is the user's reason for leaving it as it is; blank while it is open.
    """

    rule: Rule
    spot: Spot
    kept: str = ""

    @property
    def id(self) -> str:
        return self.rule.id

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    @property
    def field(self) -> str:
        return self.spot.field

    @property
    def fix(self) -> Fix | None:
        return self.rule.fix if self.spot.can_fix else None

    @property
    def blocks(self) -> bool:
        return self.severity is Severity.BLOCK and not self.kept
