"""`schema`: the JSON Schema of case, scenario and workshop files, for editors that complete and check while typing."""

import click

from models.cli.answers import tell_json
from models.schema.case import Case
from models.schema.value import Value
from models.store.border import adapter
from models.store.scenario_file import ScenarioFile
from models.store.workshop_file import WorkshopFile

SHAPES: dict[str, type[Value]] = {"case": Case, "scenario": ScenarioFile, "workshop": WorkshopFile}


@click.command()
@click.argument("kind", type=click.Choice(list(SHAPES)))
def schema(kind: str) -> None:
    """Write the JSON Schema of case, scenario or workshop files."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    tell_json(dialect | adapter(SHAPES[kind]).json_schema(by_alias=True))
