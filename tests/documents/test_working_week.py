import pytest

from clausewright.deal.party import WorkingHours
from clausewright.documents.words import words
from clausewright.documents.working_week import hours_in_words
from clausewright.wording import Format

DAY = (("09:00", "17:00"),)


def hours(*days: tuple[int, tuple[tuple[str, str], ...]]) -> tuple[WorkingHours, ...]:
    return tuple(
        WorkingHours.model_validate({"weekday": day, "opens": opens, "closes": closes})
        for day, windows in days
        for opens, closes in windows
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (hours(*((day, DAY) for day in range(1, 6))), "Monday to Friday 09:00–17:00"),
        (hours((3, DAY)), "Wednesday 09:00–17:00"),
        (hours((1, DAY), (2, DAY), (4, DAY)), "Monday to Tuesday 09:00–17:00 and Thursday 09:00–17:00"),
        (
            hours((1, DAY), (2, (("09:00", "12:00"),)), (3, DAY)),
            "Monday 09:00–17:00, Tuesday 09:00–12:00 and Wednesday 09:00–17:00",
        ),
        (
            hours((5, (("13:00", "17:00"), ("09:00", "12:00")))),
            "Friday 09:00–12:00 and 13:00–17:00",
        ),
    ],
)
def test_neighbouring_days_with_the_same_hours_are_told_as_one(
    given: tuple[WorkingHours, ...], told: str
) -> None:
    assert hours_in_words(given, words("en"), Format("en_GB")) == told
