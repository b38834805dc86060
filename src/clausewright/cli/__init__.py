"""The command line: the same actions without a window.

Each command imports the actions that it needs when it runs, so that ``check`` and ``--help`` load no
PDF, signature or window library.
"""

import sys

import click

from clausewright import __version__
from clausewright.cli.deal import add, build, check, contract, quote
from clausewright.cli.failure import told
from clausewright.cli.reference import show_example, show_guidance, show_schema
from clausewright.cli.signature import identity, verify


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="Clausewright")
@click.pass_context
def command(context: click.Context) -> None:
    """Contracts and quotes that protect the freelancer who writes them.

    Not legal advice: every check names its source, so that you can judge for yourself.
    """
    if context.invoked_subcommand is None:
        click.echo("The window is not there yet. `clausewright --help` shows what the command line does.")


for each in (show_example, show_schema, show_guidance, check, quote, contract, build, add, verify, identity):
    command.add_command(each)


def main() -> None:
    """Runs the program; exits with the code that ``failure`` describes."""
    # Not click's own `main`, which ends a broken pipe with 1: that means a blocking finding here.
    with told(), command.make_context("clausewright", sys.argv[1:]) as context:
        command.invoke(context)
