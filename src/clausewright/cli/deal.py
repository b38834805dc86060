"""A deal: checked, written as papers, kept in the workspace."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausewright.cli import option

if TYPE_CHECKING:
    from clausewright.actions.check_deal import Check, Surroundings
    from clausewright.actions.open_deal import OpenDeal
    from clausewright.deal.agreement import Deal

_deal = click.argument("deal", type=option.FILE)


@click.command("check")
@_deal
@option.as_json
@click.option(
    "--for",
    "moment",
    type=click.Choice(["draft", "send", "sign"]),
    default="sign",
    show_default=True,
    help="What the deal is checked for; a draft is never refused.",
)
@option.judging
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
        option.print_json(checked.as_json())
    else:
        _print_findings(checked)
    if checked.review.blocking and moment != "draft":
        sys.exit(1)


@click.command("add")
@_deal
@option.today
@option.workspace
def add(deal: Path, today: date, workspace: Path | None) -> None:
    """Keep a deal in your workspace: gives it the year's next number and a folder of its own."""
    from clausewright.actions.add_deal import add_deal
    from clausewright.actions.read_deal import read_deal
    from clausewright.workspace.layout import Workspace

    root = Workspace(option.location(workspace).workspace)
    click.echo(add_deal(read_deal(deal), deal.parent, root, today))


@click.command("quote")
@_deal
@option.output("PDF")
@option.judging
def quote(deal: Path, output: Path, today: date, profile: Path | None, workspace: Path | None) -> None:
    """Write the quote as a PDF; while a finding blocks, it is marked DRAFT."""
    from clausewright.actions.export_paper import export_quote

    opened, checked = _checked(deal, today, profile, workspace)
    click.echo(export_quote(opened, checked, output, today, option.now()))
    _end(checked)


@click.command("contract")
@_deal
@option.output("PDF")
@option.signing
@option.judging
def contract(
    deal: Path,
    output: Path,
    sign: bool,
    passphrase_file: Path | None,
    today: date,
    profile: Path | None,
    workspace: Path | None,
) -> None:
    """Write the contract as a PDF: with --sign signed by you, else a draft, marked as one."""
    opened, checked = _checked(deal, today, profile, workspace)
    _write_contract(opened, checked, output, today, sign, passphrase_file)
    _end(checked)


@click.command("build")
@_deal
@option.output("DIR")
@option.signing
@option.judging
def build(
    deal: Path,
    output: Path,
    sign: bool,
    passphrase_file: Path | None,
    today: date,
    profile: Path | None,
    workspace: Path | None,
) -> None:
    """Write the quote and the contract into a folder."""
    from clausewright.actions.export_paper import export_quote, paper_name
    from clausewright.workspace.writer import make_folder

    opened, checked = _checked(deal, today, profile, workspace)
    make_folder(output)
    target = output / paper_name("quote", opened.deal)
    click.echo(export_quote(opened, checked, target, today, option.now()))
    _write_contract(
        opened, checked, output / paper_name("contract", opened.deal), today, sign, passphrase_file
    )
    _end(checked)


def _surroundings(path: Path, deal: "Deal", profile: Path | None, workspace: Path | None) -> "Surroundings":
    from clausewright.actions.surroundings import surroundings_of

    return surroundings_of(path, deal, profile, workspace, option.location())


def _checked(
    deal: Path, today: date, profile: Path | None, workspace: Path | None
) -> tuple["OpenDeal", "Check"]:
    from clausewright.actions.check_deal import check_deal
    from clausewright.actions.open_deal import open_deal

    opened = open_deal(deal)
    around = _surroundings(deal, opened.deal, profile, workspace)
    return opened, check_deal(opened.deal, today, surroundings=around)


def _write_contract(
    opened: "OpenDeal", checked: "Check", target: Path, today: date, sign: bool, passphrase_file: Path | None
) -> None:
    from clausewright.actions.export_paper import export_contract

    if sign and not checked.review.blocking:
        from clausewright.actions.identity import unlock_own_identity
        from clausewright.actions.sign_contract import sign_contract

        key = unlock_own_identity(option.location().data, option.passphrase(passphrase_file))
        click.echo(sign_contract(opened, checked, key, target, today, option.now()))
        return
    click.echo(export_contract(opened, target, today, option.now()))
    if sign:
        click.echo("It was not signed, and is marked DRAFT, since findings block it:", err=True)


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
    fine = len(checked.review.checked)
    click.echo(f"{count} {'finding' if count == 1 else 'findings'}, {fine} checked and fine.")
    click.echo("Not legal advice. The rules name their sources so that you can check them.")


def _end(checked: "Check") -> None:
    """Names what blocks, and exits with 1 if anything does."""
    if not checked.review.blocking:
        return
    for finding, told in checked.told:
        if finding.blocks:
            click.echo(f"Must fix: {told.message} ({finding.id}, at {finding.field})", err=True)
    sys.exit(1)
