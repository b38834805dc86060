"""A deal as text: JSON with a schema version, sorted keys and an indent of two."""

import json
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import ValidationError

from clausewright.deal.agreement import SCHEMA_VERSION, Deal
from clausewright.deal.field import Record
from clausewright.problem import Problem

R = TypeVar("R", bound=Record)

_SHOWN = 8


def dumps(record: Record) -> str:
    """One form to hash, to compare and to embed; fields that we don't know are in it too."""
    return json.dumps(record.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def loads(text: str | bytes, name: str = "The deal") -> Deal:
    """Reads a deal. Raises Problem with every fault and its place; ``name`` says which file it is."""
    data = _json(text, name)
    version = data.get("schema_version")
    if isinstance(version, int) and not isinstance(version, bool) and version > SCHEMA_VERSION:
        raise Problem(
            f"{name} was written by a newer version of Clausewright (file version {version}, "
            f"this program reads up to {SCHEMA_VERSION}).",
            "Install the newer version to open it; the file was left as it is.",
        )
    if version is None:
        raise Problem(f"{name} is no deal: it has no schema_version.", "Choose a .clausewright file.")
    return validate(Deal, data, name)


def validate(kind: type[R], data: dict[str, Any], name: str) -> R:
    """Builds a record from plain data; all faults are told at once, each with its place."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False, include_context=False)
        told = "; ".join(f"{_place(fault['loc'])} {_words(fault['msg'])}" for fault in faults[:_SHOWN])
        more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        raise Problem(f"{name} can't be used: {told}{more}.", "Correct it and try again.") from None


def _place(path: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in path) or "the file"


def _words(message: str) -> str:
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _json(text: str | bytes, name: str) -> dict[str, Any]:
    try:
        content = text if isinstance(text, str) else text.decode("utf-8-sig")
        data = json.loads(
            content, parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_unique
        )
    except UnicodeDecodeError:
        raise Problem(f"{name} is not text in UTF-8.", "Choose a .clausewright file.") from None
    except json.JSONDecodeError as error:
        raise Problem(
            f"{name} is not valid JSON: line {error.lineno}, column {error.colno}: {error.msg}.",
            "Correct that place, or restore an earlier copy of the file.",
        ) from None
    except (_Refused, RecursionError, ValueError) as error:
        reason = str(error) if isinstance(error, _Refused) else "a number or a nesting in it is too large"
        raise Problem(f"{name} can't be used: {reason}.", "Correct it and try again.") from None
    if not isinstance(data, dict):
        raise Problem(
            f"{name} is no deal: it holds a list or a single value.", "Choose a .clausewright file."
        )
    return data


class _Refused(Exception):
    pass


def _refuse_constant(word: str) -> None:
    raise _Refused(f"{word} is not a number")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [key for key, _ in pairs]
        twice = next(key for key in names if names.count(key) > 1)
        raise _Refused(f"the field {twice[:60]!r} is in it twice")
    return found
