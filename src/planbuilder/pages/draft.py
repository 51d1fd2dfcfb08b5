"""A page that is yet to be made: what makes it, and of what."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec

from planbuilder.model.entity import Entity
from planbuilder.pages.edition import Edition
from planbuilder.pages.page import Page

P = ParamSpec("P")


@dataclass(frozen=True)
class Draft:
    """One page to be. Which pages there are is quickly told; making them takes time, and not all may be wanted."""

    edition: Edition
    make: Callable[..., Page]
    of: tuple[Any, ...]
    in_list: bool = True
    """Whether the A to Z lists it."""

    @property
    def code(self) -> str:
        """The code of its language."""
        return self.edition.language.code

    @cached_property
    def name(self) -> tuple[str, ...]:
        """What tells the page apart, the same in every language and every build: what makes it, and of what.

        Entities go by their keys; what else is given, by what it says.
        """
        return (f"{self.make.__module__}.{self.make.__name__}", *map(_word, self.of))

    @property
    def owner(self) -> str:
        """The key of the plan, report or partnership that the page belongs to; empty for a page of the site."""
        about = next((thing for thing in self.of if isinstance(thing, Entity)), None)
        return (about.plan_key or about.partnership_key) if about else ""

    def page(self) -> Page:
        """Make the page. What it is made of counts as asked for."""
        for thing in self.of:
            if isinstance(thing, Entity):
                self.edition.catalogue.find(thing.key)
        return self.make(self.edition, *self.of)


def drafted(make: Callable[Concatenate[Edition, P], Page]) -> Callable[Concatenate[Edition, P], Draft]:
    """Let a function that makes a page give its draft instead."""

    @wraps(make)
    def draft(edition: Edition, /, *of: P.args, **named: P.kwargs) -> Draft:
        return Draft(edition, make, (*of, *named.values()))

    return draft


def _word(thing: Any) -> str:
    if isinstance(thing, Entity):
        return thing.key
    if isinstance(thing, str | int) or thing is None:
        return repr(thing)
    return hashlib.blake2b(repr(thing).encode(), digest_size=16).hexdigest()
