"""What a change of the data means to readers: pure functions from two catalogues to changes, and the words for them."""

from planbuilder.changes.between import between
from planbuilder.changes.change import Change, Kind
from planbuilder.changes.words import clause, name, sentences

__all__ = ["Change", "Kind", "between", "clause", "name", "sentences"]
