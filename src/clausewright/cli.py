"""The command line: the same actions without a window.

Exit codes: 0 fine; 1 a blocking finding, or a signature that is missing or not valid; 2 input that
can't be used; 3 the environment (disk, keyring); 70 unexpected, with a report.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from clausewright import __version__
from clausewright.problem import Cause, Problem

# Each command imports the actions that it needs, so that `check` and `--help` load no PDF or
# signature library.
if TYPE_CHECKING:
    from clausewright.actions.check_deal import Check, Surroundings
    from clausewright.actions.identity import Passphrase
    from clausewright.actions.open_deal import OpenDeal
    from clausewright.deal.agreement import Deal
    from clausewright.signing.identity import KeyKind
    from clausewright.workspace.location import Location

UNEXPECTED = 70

_FILE = click.Path(path_type=Path)
_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _date(_context: click.Context, _option: click.Parameter, value: datetime | None) -> date:
    return value.date() if value else datetime.now().astimezone().date()


def _options(*options: _Decorator) -> _Decorator:
    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return add


_today = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_date,
    metavar="DATE",
    help="The date to judge by, such as 2026-11-24; the computer's date if not given.",
)
_profile = click.option("--profile", type=_FILE, metavar="FILE", help="Your limits and defaults, in TOML.")
_workspace = click.option("--workspace", type=_FILE, metavar="DIR", help="The folder of your deals.")
_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_passphrase = click.option(
    "--passphrase-file",
    type=_FILE,
    metavar="FILE",
    help="A file whose first line is the key's passphrase, where there is no system keyring.",
)
_judging = _options(_today, _profile, _workspace)
_signing = click.option("--sign", is_flag=True, help="Sign the contract with your key.")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="Clausewright")
@click.pass_context
def command(context: click.Context) -> None:
    """Contracts and quotes that protect the freelancer who writes them.

    Not legal advice: every check names its source, so that you can judge for yourself.
    """
    if context.invoked_subcommand is None:
        click.echo("The window is not there yet. `clausewright --help` shows what the command line does.")


@command.command("example")
@click.argument("name", default="website")
@click.option("--list", "listed", is_flag=True, help="List the examples.")
@_today
def show_example(name: str, listed: bool, today: date) -> None:
    """Print an example deal, its dates laid out from today."""
    from clausewright.actions.example import EXAMPLES, example
    from clausewright.deal.file import dumps

    if listed:
        for each, shows in EXAMPLES.items():
            click.echo(f"{each}: {shows}")
    else:
        click.echo(dumps(example(name, today)), nl=False)


@command.command("schema")
def show_schema() -> None:
    """Print the JSON schema of a deal."""
    from clausewright.deal.agreement import Deal

    click.echo(json.dumps(Deal.model_json_schema(), indent=2, sort_keys=True, ensure_ascii=False))


@command.command("guidance")
@_as_json
def show_guidance(as_json: bool) -> None:
    """Show what a deal is checked against, and where it comes from."""
    from clausewright.guidance.items import listed

    items = listed("en")
    if as_json:
        _print_json(items)
        return
    for item in items:
        severity = f" ({item['severity']})" if item["severity"] else ""
        click.echo(
            f"{item['id']}{severity}\n    {item['says']}\n    {item['kind']}; {', '.join(item['sources'])}"
        )


@command.command("check")
@click.argument("deal", type=_FILE)
@_as_json
@click.option(
    "--for",
    "moment",
    type=click.Choice(["draft", "send", "sign"]),
    default="sign",
    show_default=True,
    help="What the deal is checked for; a draft is never refused.",
)
@_judging
def check(
    deal: Path, as_json: bool, moment: str, today: date, profile: Path | None, workspace: Path | None
) -> None:
    """Check a deal against the guidance. Exits with 1 when a finding blocks signing."""
    from clausewright.actions.check_deal import check_deal
    from clausewright.actions.read_deal import read_deal
    from clausewright.guidance.finding import Moment

    read = read_deal(deal)
    checked = check_deal(read, today, Moment(moment), _surroundings(deal, read, profile, workspace))
    if as_json:
        _print_json(checked.as_json())
    else:
        _print_findings(checked)
    if checked.review.blocking and moment != "draft":
        sys.exit(1)


@command.command("add")
@click.argument("deal", type=_FILE)
@_today
@_workspace
def add(deal: Path, today: date, workspace: Path | None) -> None:
    """Keep a deal in your workspace: gives it the year's next number and a folder of its own."""
    from clausewright.actions.add_deal import add_deal
    from clausewright.actions.read_deal import read_deal
    from clausewright.workspace.layout import Workspace

    click.echo(add_deal(read_deal(deal), deal.parent, Workspace(_location(workspace).workspace), today))


@command.command("quote")
@click.argument("deal", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, metavar="PDF")
@_judging
def quote(deal: Path, output: Path, today: date, profile: Path | None, workspace: Path | None) -> None:
    """Write the quote as a PDF; while a finding blocks, it is marked DRAFT."""
    from clausewright.actions.export_paper import export_quote

    opened, checked = _checked(deal, today, profile, workspace)
    click.echo(export_quote(opened, checked, output, today, _now()))
    _end(checked)


@command.command("contract")
@click.argument("deal", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, metavar="PDF")
@_signing
@_judging
@_passphrase
def contract(
    deal: Path,
    output: Path,
    sign: bool,
    today: date,
    profile: Path | None,
    workspace: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Write the contract as a PDF: with --sign signed by you, else a draft, marked as one."""
    opened, checked = _checked(deal, today, profile, workspace)
    _write_contract(opened, checked, output, sign, today, workspace, passphrase_file)
    _end(checked)


@command.command("build")
@click.argument("deal", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, metavar="DIR")
@_signing
@_judging
@_passphrase
def build(
    deal: Path,
    output: Path,
    sign: bool,
    today: date,
    profile: Path | None,
    workspace: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Write the quote and the contract into a folder."""
    from clausewright.actions.export_paper import export_quote, paper_name
    from clausewright.workspace.writer import make_folder

    opened, checked = _checked(deal, today, profile, workspace)
    make_folder(output)
    click.echo(export_quote(opened, checked, output / paper_name("quote", opened.deal), today, _now()))
    target = output / paper_name("contract", opened.deal)
    _write_contract(opened, checked, target, sign, today, workspace, passphrase_file)
    _end(checked)


@command.command("verify")
@click.argument("pdf", type=_FILE)
@_as_json
def verify(pdf: Path, as_json: bool) -> None:
    """Say who signed a PDF and whether it was changed since. Exits with 1 unless all of it is fine,
    and with 2 when it could not be checked."""
    from clausewright.actions.verify_paper import verify_paper

    verdict = verify_paper(pdf, _location(None), _now())
    if as_json:
        _print_json(verdict.as_json())
    else:
        for sentence in verdict.sentences:
            click.echo(sentence)
    if verdict.document == "could-not-check":
        sys.exit(Cause.INPUT.value)
    if not verdict.is_fine:
        sys.exit(Cause.FINDING.value)


@command.group("identity")
def identity() -> None:
    """Your signing key."""


@identity.command("create")
@click.option("--name", help="Your name as it stands in the signature; the profile's if not given.")
@click.option("--email", help="Your address; the profile's if not given.")
@click.option("--key", type=click.Choice(["P-256", "RSA-3072"]), default="P-256", show_default=True)
@click.option("--profile", type=_FILE, metavar="FILE", help="Where name and address are taken from.")
@_passphrase
def create_identity(
    name: str | None, email: str | None, key: "KeyKind", profile: Path | None, passphrase_file: Path | None
) -> None:
    """Make your signing key, kept in your data folder, its passphrase in the system's keyring."""
    from clausewright.actions.identity import create_own_identity
    from clausewright.actions.read_deal import read_profile

    known = read_profile(profile).provider if profile else None
    name = name or (known.name if known else "")
    email = email if email is not None else (known.email if known else "")
    made = create_own_identity(
        _location(None).data, name, email, key, _now(), _passphrase_from(passphrase_file)
    )
    for line in made.lines:
        click.echo(line)


@identity.command("show")
@_as_json
def show_identity(as_json: bool) -> None:
    """Show whose key this is, its fingerprint, and how long it is valid."""
    from clausewright.actions.identity import own_certificate

    shown = own_certificate(_location(None).data)
    if shown is None:
        raise Problem(
            "There is no signing key yet.",
            "Make one with: clausewright identity create --name NAME",
            cause=Cause.ENVIRONMENT,
        )
    if as_json:
        _print_json(shown.as_json())
    else:
        for line in shown.lines:
            click.echo(line)


def _now() -> datetime:
    return datetime.now(UTC)


def _location(workspace: Path | None) -> "Location":
    from clausewright.workspace.location import locate

    return locate(workspace, os.environ)


def _surroundings(path: Path, deal: "Deal", profile: Path | None, workspace: Path | None) -> "Surroundings":
    from clausewright.actions.surroundings import surroundings_of

    return surroundings_of(path, deal, profile, workspace, _location(None))


def _checked(
    deal: Path, today: date, profile: Path | None, workspace: Path | None
) -> tuple["OpenDeal", "Check"]:
    from clausewright.actions.check_deal import check_deal
    from clausewright.actions.open_deal import open_deal

    opened = open_deal(deal)
    return opened, check_deal(
        opened.deal, today, surroundings=_surroundings(deal, opened.deal, profile, workspace)
    )


def _write_contract(
    opened: "OpenDeal",
    checked: "Check",
    target: Path,
    sign: bool,
    today: date,
    workspace: Path | None,
    passphrase_file: Path | None,
) -> None:
    from clausewright.actions.export_paper import export_contract
    from clausewright.actions.identity import unlock_own_identity
    from clausewright.actions.sign_contract import sign_contract

    if sign and not checked.review.blocking:
        key = unlock_own_identity(_location(workspace).data, _passphrase_from(passphrase_file))
        click.echo(sign_contract(opened, checked, key, target, today, _now()))
    else:
        click.echo(export_contract(opened, target, today, _now()))
        if sign:
            click.echo("It was not signed, and is marked DRAFT, since findings block it:", err=True)


def _passphrase_from(file: Path | None) -> "Passphrase":
    from clausewright.actions.identity import Passphrase

    def ask(prompt: str) -> str:
        return str(click.prompt(prompt, hide_input=True, err=True))

    return Passphrase(file, ask if sys.stdin.isatty() else None)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))


_SEVERITIES = {"block": "Must fix", "warn": "Should fix", "advise": "Consider"}


def _print_findings(checked: "Check") -> None:
    for finding, told in checked.told:
        click.echo(f"{_SEVERITIES[finding.severity]}: {told.message}")
        click.echo(f"    {told.because}")
        click.echo(f"    {finding.id}, at {finding.field}; from {', '.join(finding.rule.sources)}")
        if finding.kept:
            click.echo(f"    Kept: {finding.kept}")
        elif told.fix:
            click.echo(f"    Fix: {told.fix}")
    count = len(checked.review.findings)
    click.echo(
        f"{count} {'finding' if count == 1 else 'findings'}, {len(checked.review.checked)} checked and fine."
    )
    click.echo("Not legal advice. The rules name their sources so that you can check them.")


def _end(checked: "Check") -> None:
    """Names what blocks, and exits with 1 if anything does."""
    if not checked.review.blocking:
        return
    for finding, told in checked.told:
        if finding.blocks:
            click.echo(f"Must fix: {told.message} ({finding.id}, at {finding.field})", err=True)
    sys.exit(1)


@contextmanager
def _reported() -> Iterator[None]:
    """Turns what goes wrong into a sentence and an exit code."""
    try:
        yield
    except Problem as problem:
        _fail(str(problem), problem.cause.value)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        _fail("Stopped.", 130)
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        if error.filename is not None:
            _unexpected(error)
        _fail(f"The output could not be written: {error.strerror}.", Cause.ENVIRONMENT.value)
    except Exception as error:
        _unexpected(error)


def _fail(sentence: str, code: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(code)


def _unexpected(error: BaseException) -> NoReturn:
    from clausewright.report import write_report

    report = write_report(error, _now())
    _fail(
        f"Something unexpected went wrong in Clausewright; your files were left as they are. "
        f"A report without your data is in {report}.",
        UNEXPECTED,
    )


def main() -> None:
    with _reported():
        command.main(standalone_mode=False)
