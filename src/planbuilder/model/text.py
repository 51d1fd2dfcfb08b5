"""Words that readers see, and where each of them stands.

A `Text` knows its place (`context`), so that a translation of it can be found, and it refuses to be
printed as it is: a template has to ask the reader's language for it (`text(…)`, `prose(…)`), which is
what marks an untranslated sentence with its own language.
"""

from dataclasses import dataclass
from sys import intern
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


@dataclass(frozen=True, slots=True)
class Text:
    """One plain text: a title, a sentence, a paragraph without markup.

    `source` is the text in the language that the data is written in; `context` is `entity#field`
    (gettext's msgctxt), for example `safer-peterborough/plans/2017-2020#title`.
    """

    source: str
    context: str = ""

    longest: ClassVar[int] = 1_000
    markdown: ClassVar[bool] = False

    def __str__(self) -> str:
        return self.source

    def __html__(self) -> str:
        raise TypeError(f"{self.context}: print it as text(…) or prose(…), so that its language is marked")

    def __bool__(self) -> bool:
        return bool(self.source)

    @classmethod
    def _validate(cls, value: Any, info: core_schema.ValidationInfo) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("text", "this should be text – write words here, not a list or a block of keys")
        cleaned = value.strip() if cls.markdown else " ".join(value.split())
        if not cleaned:
            raise PydanticCustomError("text", "this is empty – write the text, or delete the line")
        if len(cleaned) > cls.longest:
            raise PydanticCustomError(
                "text",
                "this is {length} characters long, and {longest} is the most – shorten it",
                {"length": len(cleaned), "longest": cls.longest},
            )
        entity = (info.context or {}).get("entity", "")
        return cls(cleaned, intern(f"{entity}#{info.field_name}"))  # a list has a hundred texts with one context

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.source)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": cls.longest}


@dataclass(frozen=True, slots=True)
class Prose(Text):
    """Text in a small Markdown subset: paragraphs, lists, emphasis, links; headings in a section's text."""

    longest: ClassVar[int] = 30_000
    markdown: ClassVar[bool] = True
