"""A page as the pages layer hands it on: content, and what the chrome around it needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from planbuilder.exports import SITE_PICTURE

NOTHING = Markup("")


@dataclass(frozen=True)
class Link:
    """A link to a page of this site: `path` is below the language folder, `""` is the home page."""

    path: str
    label: Markup


@dataclass(frozen=True)
class Heading:
    """A heading of the content, for the table of contents. `level` is 2 or 3."""

    level: int
    id: str
    label: Markup


@dataclass(frozen=True)
class Menu:
    """The menu of one plan (or of the site, where a page belongs to no plan): never the whole site."""

    title: Markup
    path: str
    items: tuple["MenuItem", ...]


@dataclass(frozen=True)
class MenuItem:
    """One line of a menu, with the lines below it."""

    path: str
    label: Markup
    items: tuple["MenuItem", ...] = ()


@dataclass(frozen=True)
class Page:
    """One page in one language.

    `path` is the same in every language and ends in a slash (`safer-peterborough/2017-2020/`), `""` is home.
    `title` and `description` are plain text for the head; everything called Markup is escaped already.
    """

    path: str
    language: str
    title: str
    description: str
    heading: Markup
    body: Markup
    headings: tuple[Heading, ...] = ()
    breadcrumb: tuple[Link, ...] = ()
    menu: Menu | None = None
    status: Markup = NOTHING
    """The state of the plan that the page belongs to; shown above everything else."""
    sensitive: bool = False
    """Offers the quick exit, and a neutral title when shared."""
    picture: str = SITE_PICTURE
    """What stands beside a link to it that is shared: the path of a picture, from the site's root."""
    edit: str = ""
    """The file to edit, relative to the project."""
    foreign: float = 0.0
    """The share of its plan text that is shown in the source language, 0 to 1."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Files that belong to the page, by path below the language folder."""
    feed: Link | None = None
    """The feed of what changes about the page's subject."""
    linked_data: Markup = NOTHING
    """What the page says to machines (schema.org), as JSON that is safe inside a script element."""

    @property
    def mostly_foreign(self) -> bool:
        """Whether most of it is in the source language: then the source's page is the canonical one."""
        return self.foreign > 0.5
