"""Fields by path, such as ``payment.stages.0.share``: reading one, and a deal with others."""

from typing import Any, TypeVar

from clausewright.deal.field import Record

R = TypeVar("R", bound=Record)


def value_at(record: Record, path: str) -> Any:
    """What stands at a path. Raises LookupError for a path that the model doesn't have."""
    value: Any = record
    for step in path.split("."):
        value = _part(value, step)
    return value


def changed(record: R, path: str, value: Any) -> R:
    """The record with one value replaced and validated. Raises LookupError for an unknown path, and
    pydantic's ValidationError for a value that doesn't fit."""
    return _replaced(record, path.split("."), value)  # type: ignore[no-any-return]


def _part(value: Any, step: str) -> Any:
    if isinstance(value, tuple):
        return value[int(step)] if step.isdigit() else _no_such(step)
    if isinstance(value, Record) and step in type(value).model_fields:
        return getattr(value, step)
    return _no_such(step)


def _no_such(step: str) -> Any:
    raise LookupError(f"the deal has no field {step!r} there")


def _replaced(holder: Any, path: list[str], value: Any) -> Any:
    head, *rest = path
    new = _replaced(_part(holder, head), rest, value) if rest else value
    if isinstance(holder, tuple):
        index = int(head)
        return (*holder[:index], new, *holder[index + 1 :])
    if not rest:
        _part(holder, head)
    fields = {name: getattr(holder, name) for name in type(holder).model_fields}
    return type(holder).model_validate({**fields, **(holder.model_extra or {}), head: new})


def unused_id(stem: str, taken: set[str]) -> str:
    """An id like the stem that none of the taken ones is; it is taken from then on."""
    number = 2
    while (found := f"{stem[:56]}-{number}") in taken:
        number += 1
    taken.add(found)
    return found
