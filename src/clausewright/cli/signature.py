"""Signatures: verified, and the user's own key."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausewright.cli import option
from clausewright.problem import Cause, Problem

if TYPE_CHECKING:
    from clausewright.signing.identity import KeyKind


@click.command("verify")
@click.argument("pdf", type=option.FILE)
@option.as_json
def verify(pdf: Path, as_json: bool) -> None:
    """Say who signed a PDF and whether it was changed since.

    Exits with 1 unless all of it is fine, and with 2 when it could not be checked.
    """
    from clausewright.actions.verify_paper import verify_paper

    verdict = verify_paper(pdf, option.location(), option.now())
    if as_json:
        option.print_json(verdict.as_json())
    else:
        for sentence in verdict.sentences:
            click.echo(sentence)
    if verdict.document == "could-not-check":
        sys.exit(Cause.INPUT.value)
    if not verdict.is_fine:
        sys.exit(Cause.FINDING.value)


@click.group("identity")
def identity() -> None:
    """Your signing key."""


@identity.command("create")
@click.option("--name", help="Your name as it stands in the signature; the profile's if not given.")
@click.option("--email", help="Your address; the profile's if not given.")
@click.option("--key", type=click.Choice(["P-256", "RSA-3072"]), default="P-256", show_default=True)
@option.profile
@option.passphrase_file
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
        option.location().data, name, email, key, option.now(), option.passphrase(passphrase_file)
    )
    for line in made.lines:
        click.echo(line)


@identity.command("show")
@option.as_json
def show_identity(as_json: bool) -> None:
    """Show whose key this is, its fingerprint, and how long it is valid."""
    from clausewright.actions.identity import own_certificate

    shown = own_certificate(option.location().data)
    if shown is None:
        raise Problem(
            "There is no signing key yet.",
            "Make one with: clausewright identity create --name NAME",
            cause=Cause.ENVIRONMENT,
        )
    if as_json:
        option.print_json(shown.as_json())
    else:
        for line in shown.lines:
            click.echo(line)
