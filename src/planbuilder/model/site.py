"""Settings of the whole site."""

from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from planbuilder.model.accessibility import Accessibility
from planbuilder.model.entity import Entity, Part
from planbuilder.model.reference import MeasureRef
from planbuilder.model.scalar import Day, Email, TimeZone, WebAddress
from planbuilder.model.text import Text

LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$")]


class Publisher(Part):
    """Who publishes this site, and how to reach them."""

    name: Text
    """As readers should see it."""
    email: Email | None = None
    """The address of a role, where readers can write to."""
    web: WebAddress | None = None
    """The publisher's own website."""
    statement: Text | None = None
    """Shown on every page, for instance that the site is a re-publication and not the partnership's own."""


class Security(Part):
    """Whom to tell that the site is not safe; published as `security.txt`."""

    email: Email
    """The address of a role, read on working days."""
    expires: Day
    """The last day on which the address is sure to be right, at most a year ahead."""


class Site(Entity):
    """`data/site.yml`."""

    schema_: Annotated[Literal["1"], Field(alias="schema")]
    """The version of the data files' format: 1."""
    title: Text
    """The name of the site."""
    summary: Text
    """One or two sentences: what the site is for."""
    address: WebAddress
    """Where the site will be published, beginning with https://."""
    languages: tuple[LanguageCode, ...]
    """The first one is the language that the data is written in."""
    publisher: Publisher
    """Who publishes the site."""
    accessibility: Accessibility
    """Facts for the accessibility statement."""
    security: Security | None = None
    """Whom to tell that the site is not safe."""
    key_measures: tuple[MeasureRef, ...] = ()
    """Up to three measures for the home page, written with their partnership: fenland/shoplifting."""
    repository: WebAddress | None = None
    """The web page of the repository, for the edit links."""
    branch: str = "main"
    """The branch that the edit links lead to."""
    quick_exit: WebAddress = "https://www.bbc.co.uk/weather"
    """Where the quick exit of a sensitive page leads: a neutral, busy site."""
    time_zone: TimeZone = "Europe/London"
    """The time zone of all times of day."""
    as_of: Day | None = None
    """The build's date, when the command line gives none."""

    @field_validator("languages")
    @classmethod
    def _each_once(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        if not codes:
            raise PydanticCustomError("languages", "a site needs a language – write that of these files, such as [en]")
        if twice := next((code for code in codes if codes.count(code) > 1), None):
            raise PydanticCustomError("languages", "{code} stands here twice – keep one of the two", {"code": twice})
        return codes
