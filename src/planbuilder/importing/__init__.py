"""What other systems hold → our data: read, understood or refused, added, never overwritten."""

from planbuilder.importing.grid import Grid, SheetError
from planbuilder.importing.proposal import Proposal, propose
from planbuilder.importing.sheet import Sheet, grid, observations
from planbuilder.importing.write import with_additions

__all__ = ["Grid", "Proposal", "Sheet", "SheetError", "grid", "observations", "propose", "with_additions"]
