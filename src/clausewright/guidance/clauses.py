"""The items of the guidance that the contract carries as clauses; `documents` has their wording."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClauseItem:
    """``carried`` says when."""

    id: str
    sources: tuple[str, ...]
    carried: str = "always"
    house: bool = False


CLAUSES = (
    ClauseItem("payment.slot-reserved", ("s1 principle 3",), "with more than one stage", False),
    ClauseItem(
        "payment.late-delivery-guarantee",
        ("s1 prepayment 3",),
        "while the guarantee is on; 50 percent unless set",
    ),
    ClauseItem("payment.late-fee", ("s3 bad payer",), "always", house=True),
    ClauseItem(
        "increase.final",
        ("s1 raising prices 3",),
        "in contracts that let the price rise",
    ),
    ClauseItem("nda.portfolio", ("s1 principle 4",), "always", house=True),
    ClauseItem(
        "schedule.client-delays",
        ("s2 no answers", "s1 problem 3, end"),
        "at a fixed price",
        house=True,
    ),
    ClauseItem("schedule.rush", ("s3 round the clock",), "always", house=True),
    ClauseItem(
        "scope.changes-are-paid", ("s3 cheapskate", "s1 problem 5.1", "s3 undecided"), "always", house=True
    ),
    ClauseItem(
        "scope.no-result-promise", ("s2 unrealistic expectations", "s1 decline 6"), "always", house=True
    ),
    ClauseItem("scope.minimum-volume", ("s1 decline 5",), "in ongoing deals with a minimum volume", True),
    ClauseItem(
        "scope.against-advice",
        ("s1 problem 4.4",),
        "with a decision that was taken against advice",
    ),
    ClauseItem("revisions.error-or-extra", ("s1 problem 5, end",), "always"),
    ClauseItem(
        "communication.weekend-reply", ("s0 hands-on client", "s3 round the clock"), "always", house=True
    ),
    ClauseItem("communication.written-changes", ("s1 problem 6, end", "s3 anti-contract"), "always"),
    ClauseItem("conflict.law", ("s1 prepayment 1",), "always", house=True),
    ClauseItem(
        "conflict.termination", ("s1 problem 6.6", "s0 firing a client", "s3 end"), "always", house=True
    ),
    ClauseItem("conflict.both-sides", ("s3 anti-contract", "s3 end"), "always"),
    ClauseItem("conduct.respect", ("s1 principle 8", "s3 abusive", "s3 end"), "always"),
)
