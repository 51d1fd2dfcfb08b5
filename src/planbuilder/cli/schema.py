"""`planbuilder schema`: JSON Schemas for editors that complete and check while one writes."""

import json
from pathlib import Path

import click

from planbuilder.source import schemas


@click.command("schema")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("schemas"), help="The folder.")
def command(out: Path) -> None:
    """Write one JSON Schema for each kind of data file, and say how a file names its own."""
    out.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (out / f"{name}.json").write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        click.echo(f"{schema['title']}: # yaml-language-server: $schema={(out / f'{name}.json').as_posix()}")
