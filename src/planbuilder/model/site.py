"""Settings of the whole site."""

import re
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from planbuilder.model.accessibility import Accessibility
from planbuilder.model.entity import Entity, Part
from planbuilder.model.forge import Forge
from planbuilder.model.reference import MeasureRef
from planbuilder.model.scalar import Day, Email, Flag, TimeZone, WebAddress
from planbuilder.model.text import Text

_SIGN_IN = {
    "github": (r"https://[a-z0-9.-]+(?:/[A-Za-z0-9./_-]*)?", "the address of a service that begins with https://"),
    "gitlab": (r"[0-9A-Fa-f]{16,128}", "the ID of an application, as GitLab shows it"),
}
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
    branch: Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(?:[._/-]+[A-Za-z0-9]+)*$")] = "main"
    """The branch that the edit links lead to."""  # plain, for it stands in scripts that publish the site
    edit_in_browser: Flag = False
    """True for a page /edit/ with forms for the commonest edits; it needs `repository`, on GitHub or a GitLab."""
    edit_sign_in: str | None = None
    """For signing in there by a click: the ID of a GitLab application, or for GitHub the address of a service."""
    quick_exit: WebAddress = "https://www.bbc.co.uk/weather"
    """Where the quick exit of a sensitive page leads: a neutral, busy site."""
    time_zone: TimeZone = "Europe/London"
    """The time zone of all times of day."""
    as_of: Day | None = None
    """The build's date, when the command line gives none."""

    @property
    def forge(self) -> Forge | None:
        """Where the files are kept, if the site says so."""
        return Forge.of(self.repository) if self.repository else None

    @property
    def editor(self) -> Forge | None:
        """The forge with which the page /edit/ works; None when the site has no such page."""
        return self.forge if self.edit_in_browser else None

    @field_validator("edit_in_browser")
    @classmethod
    def _on_a_forge(cls, wanted: bool, info: ValidationInfo) -> bool:
        if not wanted or "repository" not in info.data:  # what is wrong with the address is told there
            return wanted
        repository = info.data["repository"]
        if repository is None:
            raise PydanticCustomError(
                "edit_in_browser",
                "the forms change files of a repository, and none is named here – add repository: with the address of "
                "its web page, such as https://github.com/anytown/plans",
            )
        if Forge.of(repository).kind == "other":
            raise PydanticCustomError(
                "edit_in_browser",
                "the forms work with github.com, and with a GitLab whose host has gitlab in its name – delete this "
                "line; each page still has a link to the forge's own editor",
            )
        return wanted

    @field_validator("edit_sign_in")
    @classmethod
    def _as_the_forge_needs(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None or not info.data.get("edit_in_browser"):
            return value
        form, words = _SIGN_IN[Forge.of(info.data["repository"]).kind]
        if not re.fullmatch(form, value):
            told = {"wanted": words}
            raise PydanticCustomError("edit_sign_in", "this should be {wanted} – correct it, or delete the line", told)
        return value

    @field_validator("languages")
    @classmethod
    def _each_once(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        if not codes:
            raise PydanticCustomError("languages", "a site needs a language – write that of these files, such as [en]")
        if twice := next((code for code in codes if codes.count(code) > 1), None):
            raise PydanticCustomError("languages", "{code} stands here twice – keep one of the two", {"code": twice})
        return codes
