"""What the accessibility statement is made from: an owner's own facts, and the last run of the automatic tests."""

from typing import Annotated, Literal

from pydantic import Field

from planbuilder.model.entity import Entity, Part
from planbuilder.model.scalar import Day, WebAddress, Whole
from planbuilder.model.text import Text

Reason = Literal["falls_short", "burden", "out_of_scope"]
"""Why a part is not accessible: it breaks the standard; mending it would cost out of proportion; no rule asks it."""


class Barrier(Part):
    """A part of the site that not everybody can use."""

    what: Text
    """What it is, and whom it keeps out, in one or two sentences."""
    why: Reason = "falls_short"
    """falls_short of the standard; burden: mending it would be a disproportionate burden, as you have assessed; or
    out_of_scope of the regulations."""
    criterion: Annotated[str, Field(pattern=r"^\d\.\d\.\d{1,2}$")] | None = None
    """The number of the WCAG success criterion that is not met: 1.4.3."""
    instead: Text | None = None
    """How somebody gets at the same thing today."""
    mended_by: Day | None = None
    """The day by which you want to have mended it."""


class Accessibility(Part):
    """What the accessibility statement needs to know."""

    prepared: Day
    """The day on which the statement was first written."""
    reviewed: Day
    """The day of the last review. After a year the checker asks for a new one."""
    tested: Text
    """How people tested the site, who, and when. What programs found is added by itself."""
    status: Literal["partially", "not"] = "partially"
    """Whether the site meets the standard partially, or does not. No test can show that a site meets it fully."""
    contact: WebAddress | None = None
    """The page of a contact form for this site."""
    barriers: tuple[Barrier, ...] = ()
    """The parts that not everybody can use."""
    reply_days: Annotated[str, Field(pattern=r"^\d{1,3}$")] = "10"
    """Working days within which a reader gets an answer."""


class Tool(Part):
    """A program that tests pages."""

    name: str
    """What it is called."""
    version: str
    """Which version of it was used."""


class AutomaticTest(Entity):
    """`data/accessibility-test.yml`: the last run of the accessibility gate, which writes this file."""

    day: Day
    """The day of the run."""
    pages: Whole
    """How many pages were looked at."""
    of: Whole
    """How many pages there were."""
    settings: Whole
    """In how many settings each of them was looked at."""
    findings: Whole
    """How many faults were found."""
    tools: tuple[Tool, ...]
    """The programs that looked."""
