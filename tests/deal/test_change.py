"""Fields by path: a misspelt one fails, a wrong value is refused, the rest stays as it was."""

import pytest
from pydantic import ValidationError

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed, value_at

DEAL = Deal.model_validate({"payment": {"stages": [{"id": "a"}, {"id": "b"}]}, "unknown": 1})


def test_a_value_in_a_list_is_replaced_and_nothing_else() -> None:
    new = changed(DEAL, "payment.stages.1.result", "Approved design")
    assert value_at(new, "payment.stages.1.result") == "Approved design"
    assert changed(new, "payment.stages.1.result", "") == DEAL


def test_unknown_fields_survive_a_change() -> None:
    assert changed(DEAL, "title", "x").model_extra == {"unknown": 1}


@pytest.mark.parametrize("path", ["titel", "payment.stages.two.share", "payment.stages.0.shar", "title.x"])
def test_a_misspelt_path_fails(path: str) -> None:
    with pytest.raises(LookupError):
        value_at(DEAL, path)
    with pytest.raises(LookupError):
        changed(DEAL, path, 1)


def test_a_value_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValidationError):
        changed(DEAL, "payment.stages.0.share", "-5")
