"""Settings of programs that complete, explain and check keys as one types: which schema is for which files."""

import json
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from planbuilder.source import schemas


def _described() -> Iterator[tuple[str, str, str]]:
    """For each kind of file that is all keys: its name, the file of its schema, and which files are of the kind."""
    for name, schema in schemas().items():
        if schema["title"].endswith(".yml"):
            yield name, f"schemas/{name}.json", re.sub(r"<\w+>", "*", schema["title"])


def vscode() -> str:
    """`.vscode/settings.json`, for the extension “YAML” by Red Hat."""
    described = {f"./{schema}": files for _, schema, files in _described()}
    settings = {"yaml.schemas": described, "yaml.format.enable": False}
    return json.dumps(settings, indent=2, ensure_ascii=False) + "\n"


def jetbrains() -> str:
    """`.idea/jsonSchemas.xml`, for PyCharm, WebStorm and the others of the family."""
    project = Element("project", version="4")
    component = SubElement(project, "component", name="JsonSchemaMappingsProjectConfiguration")
    mapping = SubElement(SubElement(component, "state"), "map")
    for name, schema, files in _described():
        value = SubElement(SubElement(mapping, "entry", key=f"planbuilder {name}"), "value")
        info = SubElement(value, "SchemaInfo")
        SubElement(info, "option", name="name", value=f"planbuilder {name}")
        SubElement(info, "option", name="relativePathToSchema", value=schema)
        SubElement(info, "option", name="schemaVersion", value="JSON Schema version 2020-12")
        item = SubElement(SubElement(SubElement(info, "option", name="patterns"), "list"), "Item")
        SubElement(item, "option", name="pattern", value="true")
        SubElement(item, "option", name="path", value=files)
        SubElement(item, "option", name="mappingKind", value="Pattern")
    indent(project)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(project, encoding="unicode")}\n'


SETTINGS = {".vscode/settings.json": vscode, ".idea/jsonSchemas.xml": jetbrains}
"""Each file of settings by its path in a project, and what makes it."""
