"""Public holidays of a region, as plain dates for the core, which has no calendar of its own."""

from datetime import date

from clausewright.deal.agreement import Deal
from clausewright.problem import Problem


def public_holidays(region: str, years: range) -> frozenset[date]:
    """The public holidays of an ISO 3166 region such as LV or GB-SCT; none for no region.

    Raises Problem for a region that the calendar doesn't know.
    """
    if not region:
        return frozenset()
    import holidays

    country, _, part = region.partition("-")
    try:
        return frozenset(holidays.country_holidays(country, subdiv=part or None, years=years))
    except (NotImplementedError, KeyError):
        raise Problem(
            f"No public holidays are known for the region {region}.",
            "Set provider.holiday_region to a country code such as LV, or leave it blank.",
        ) from None


def holidays_around(deal: Deal, today: date) -> frozenset[date]:
    """The holidays of the provider's region, from the year before the deal's first date to the second
    year after its last."""
    price, schedule = deal.price, deal.schedule
    known = [today, *filter(None, (price.issued, price.valid_until, schedule.start, schedule.promised))]
    near = [day.year for day in known if abs(day.year - today.year) <= 20]
    return public_holidays(deal.provider.holiday_region, range(min(near) - 1, max(near) + 3))
