"""What there is to look at: examples, the schema, the guidance."""

import json
from datetime import date

import click

from clausewright.cli import option


@click.command("example")
@click.argument("name", default="website")
@click.option("--list", "listed", is_flag=True, help="List the examples.")
@option.today
def show_example(name: str, listed: bool, today: date) -> None:
    """Print an example deal, its dates laid out from today."""
    from clausewright.actions.example import EXAMPLES, example
    from clausewright.deal.file import dumps

    if listed:
        for each, shows in EXAMPLES.items():
            click.echo(f"{each}: {shows}")
    else:
        click.echo(dumps(example(name, today)), nl=False)


@click.command("schema")
def show_schema() -> None:
    """Print the JSON schema of a deal."""
    from clausewright.deal.agreement import Deal

    click.echo(json.dumps(Deal.model_json_schema(), indent=2, sort_keys=True, ensure_ascii=False))


@click.command("guidance")
@option.as_json
def show_guidance(as_json: bool) -> None:
    """Show what a deal is checked against, and where it comes from."""
    from clausewright.guidance.items import listed

    items = listed("en")
    if as_json:
        option.print_json(items)
        return
    for item in items:
        severity = f" ({item['severity']})" if item["severity"] else ""
        click.echo(
            f"{item['id']}{severity}\n    {item['says']}\n    {item['kind']}; {', '.join(item['sources'])}"
        )
