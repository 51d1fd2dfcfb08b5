"""Organisations, kept once in a register, so that a correction reaches every page."""

from datetime import date

from planbuilder.model.entity import Entity, Part
from planbuilder.model.reference import OrganisationRef
from planbuilder.model.scalar import Day, WebAddress
from planbuilder.model.text import Text


class FormerName(Part):
    """A name that an organisation had until a day."""

    name: Text
    """The older name."""
    until: Day
    """The last day on which the name was in use."""


class Organisation(Entity):
    """A body that takes part: a council, a police force, a charity."""

    name: Text
    """The full name of today."""
    short: Text | None = None
    """The short name or abbreviation that people know."""
    does: Text | None = None
    """In a few plain words: what the organisation is."""
    web: WebAddress | None = None
    """Begins with https://."""
    former_names: tuple[FormerName, ...] = ()
    """Older names. An old plan shows the name of its day."""
    succeeded_by: tuple[OrganisationRef, ...] = ()
    """Who took over its work, where it no longer exists."""

    def name_on(self, day: date | None) -> Text:
        """The name that was in use on a day (today's name when the day is unknown)."""
        earlier = [former for former in self.former_names if day is not None and day <= former.until]
        return min(earlier, key=lambda former: former.until).name if earlier else self.name
