"""What a change of the data means to readers: pure functions from two catalogues to changes, and the words for them.

The change log keeps what readers are told (`logged`, `written`), and pages tell it again (`recalled`).
"""

from planbuilder.changes.between import between
from planbuilder.changes.change import Change, Kind, Subject
from planbuilder.changes.logged import logged, safe
from planbuilder.changes.recalled import Told, recalled
from planbuilder.changes.words import clause, clause_markup, name, name_markup, sentences
from planbuilder.changes.written import written

__all__ = [
    "Change",
    "Kind",
    "Subject",
    "Told",
    "between",
    "clause",
    "clause_markup",
    "logged",
    "name",
    "name_markup",
    "recalled",
    "safe",
    "sentences",
    "written",
]
