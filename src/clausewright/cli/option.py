"""Options that several commands share, and what they stand for."""

import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from clausewright.actions.identity import Passphrase
    from clausewright.workspace.location import Location

FILE = click.Path(path_type=Path)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _date(_context: click.Context, _option: click.Parameter, value: datetime | None) -> date:
    return value.date() if value else datetime.now().astimezone().date()


def both(*options: Decorator) -> Decorator:
    """Several options as one."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return add


today = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_date,
    metavar="DATE",
    help="The date to judge by, such as 2026-11-24; the computer's date if not given.",
)
profile = click.option("--profile", type=FILE, metavar="FILE", help="Your limits and defaults, in TOML.")
workspace = click.option("--workspace", type=FILE, metavar="DIR", help="The folder of your deals.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
passphrase_file = click.option(
    "--passphrase-file",
    type=FILE,
    metavar="FILE",
    help="A file whose first line is the key's passphrase, where there is no system keyring.",
)
judging = both(today, profile, workspace)
signing = both(click.option("--sign", is_flag=True, help="Sign the contract with your key."), passphrase_file)


def output(metavar: str) -> Decorator:
    return click.option("-o", "--output", type=FILE, required=True, metavar=metavar, help="Where to write.")


def now() -> datetime:
    return datetime.now(UTC)


def location(workspace: Path | None = None) -> "Location":
    from clausewright.workspace.location import locate

    return locate(workspace, os.environ)


def passphrase(file: Path | None) -> "Passphrase":
    """From the file, or from the user where there is a terminal to ask on."""
    from clausewright.actions.identity import Passphrase

    def ask(prompt: str) -> str:
        return str(click.prompt(prompt, hide_input=True, err=True))

    return Passphrase(file, ask if sys.stdin.isatty() else None)


def print_json(value: object) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
