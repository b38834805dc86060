"""A file of clauses as text, so that a fault in it can be told with its line."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from clausewright.problem import Cause, Problem
from clausewright.resource import resource


@dataclass(frozen=True, slots=True)
class Source:
    """One packaged file of ``resources/clauses``; ``name`` is its path below that folder."""

    name: str
    text: str

    @classmethod
    def read(cls, language: str, part: str) -> "Source":
        name = f"{language}/{part}.toml"
        return cls(name, resource("clauses", language, f"{part}.toml").read_text(encoding="utf-8"))

    def data(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            raise self._problem(int(line[1]) if line else 1, str(error)) from None

    def fault(self, what: str, *near: str) -> Problem:
        """What is wrong, at the line that the last of ``near`` stands in, each sought after the last."""
        position = 0
        for needle in near:
            found = self.text.find(needle, position)
            position = found if found >= 0 else position
        return self._problem(self.text.count("\n", 0, position) + 1, what)

    def _problem(self, line: int, what: str) -> Problem:
        return Problem(
            f"clauses/{self.name}, line {line}: {what}.",
            "Correct the file, or install Clausewright again.",
            cause=Cause.ENVIRONMENT,
        )
