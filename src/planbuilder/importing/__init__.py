"""Figures from a spreadsheet's CSV file into a measure: read, understood or refused, added, never overwritten."""

from planbuilder.importing.proposal import Proposal, propose
from planbuilder.importing.sheet import Sheet, SheetError, read
from planbuilder.importing.write import with_additions

__all__ = ["Proposal", "Sheet", "SheetError", "propose", "read", "with_additions"]
