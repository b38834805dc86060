"""The examples that ship: deals whose dates are laid out from today, in working days."""

import json
import re
from datetime import date, timedelta
from typing import Any

from clausewright.actions.public_holidays import public_holidays
from clausewright.deal.agreement import Deal
from clausewright.deal.file import validate
from clausewright.deal.working_time import WorkingTime
from clausewright.problem import Problem
from clausewright.resource import resource

EXAMPLES = {
    "website": "a fixed-price project with nothing to complain of",
    "difficult-client": "what a deal looks like when most goes wrong",
}
"""Name and what it shows."""

_OFFSET = re.compile(r"@(-?\d+)")


def example(name: str, today: date) -> Deal:
    """An example deal. ``@5`` in its file is the fifth working day after today (after the next working
    day, when today is none), ``@-3`` the third before it. Raises Problem for a name that isn't there."""
    if name not in EXAMPLES:
        raise Problem(f"There is no example {name!r}.", f"The examples are: {', '.join(EXAMPLES)}.")
    data = json.loads(resource("examples", f"{name}.json").read_text("utf-8"))
    region = data["provider"]["holiday_region"]
    time = WorkingTime((), "UTC", public_holidays(region, range(today.year - 1, today.year + 3)))
    return validate(Deal, _dated(data, today, time), name)


def _dated(value: Any, today: date, time: WorkingTime) -> Any:
    if isinstance(value, dict):
        return {key: _dated(part, today, time) for key, part in value.items()}
    if isinstance(value, list):
        return [_dated(part, today, time) for part in value]
    if isinstance(value, str) and value.startswith("@year"):
        return value.replace("@year", str(today.year))
    if isinstance(value, str) and (offset := _OFFSET.fullmatch(value)):
        return _laid_out(int(offset[1]), today, time).isoformat()
    return value


def _laid_out(offset: int, today: date, time: WorkingTime) -> date:
    if offset >= 0:
        return time.add_working_days(today, offset + 1)
    day = today
    while offset:
        day -= timedelta(days=1)
        offset += time.is_working_day(day)
    return day
