"""Pages that have moved."""

from typing import Annotated

from pydantic import Field

from planbuilder.model.entity import Entity

Destination = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*/?$")]


class Redirect(Entity):
    """An entry of `data/redirects.yml`, under the old path of a page: where its readers find it today."""

    to: Destination
    """The key of what the page shows now, as after `ref:`; or, with a slash at its end, the path of a page."""

    @property
    def old(self) -> str:
        """The old path, below the language folder: `safer-peterborough/2017-2020/offenders/`."""
        return f"{self.key.partition('/')[2]}/"

    @property
    def path(self) -> str | None:
        """The path of a page, below the language folder; None where `to` is the key of an entity."""
        return self.to if self.to.endswith("/") else None
