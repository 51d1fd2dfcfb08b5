"""What every entity shares: frozen, nothing unknown accepted, a key that says where its file is."""

import ast
import inspect
from textwrap import dedent
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from planbuilder.model.reference import DocumentRef
from planbuilder.model.text import Text

Key = Annotated[str, Field(description="Set by the loader: the path of the file below data/.")]


class Part(BaseModel):
    """A piece of an entity. Frozen; unknown keys are errors; attribute docstrings become editors' hover help."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Published schemas say what the docstring says, so they need it where Python leaves docstrings out (-OO)."""
        if cls.__doc__ is None:
            (written,) = ast.parse(dedent(inspect.getsource(cls))).body
            cls.__doc__ = ast.get_docstring(written, clean=False) if isinstance(written, ast.ClassDef) else None

    def __eq__(self, other: object) -> bool:
        """Of one kind and with the same fields. Much of what is made is remembered by the part it was made of."""
        return self is other or (type(self) is type(other) and self.__dict__ == other.__dict__)

    def __hash__(self) -> int:
        """By all fields."""
        return hash(tuple(self.__dict__.values()))


class Entity(Part):
    """Something with a key of its own, that others can refer to."""

    __slots__ = ("_hash",)

    key: Key

    def __hash__(self) -> int:
        """By all fields, found once. So what is made of an entity can be remembered by it, and however often it is
        edited, a new version is not compared with all that went before."""
        known: int | None = getattr(self, "_hash", None)
        if known is None:
            known = super().__hash__()
            object.__setattr__(self, "_hash", known)  # the entity is frozen, and stays what it is
        return known

    @property
    def id(self) -> str:
        """The last part of the key: the name of the file, folder or register entry."""
        return self.key.rsplit("/", 1)[-1]

    @property
    def partnership_key(self) -> str:
        """The key of the partnership that this entity belongs to (its own, for a partnership)."""
        return self.key.split("/", 1)[0]

    @property
    def plan_key(self) -> str:
        """The key of the plan or report that this entity belongs to (its own, for one), or an empty text."""
        parts = self.key.split("/")
        return "/".join(parts[:3]) if len(parts) >= 3 and parts[1] in ("plans", "reports") else ""


class Source(Part):
    """Where in a published document something stands."""

    document: DocumentRef
    """The id of the document, as in documents.yml."""
    section: Text | None = None
    """The heading under which it stands in the document."""
    page: Text | None = None
    """The page, where the document has numbered pages."""


class SourceNote(Part):
    """A fault or gap of the source, told openly to readers: what it says, and what we make of it."""

    text: Text
    """One or two sentences: what is published, and why it can't be right or complete."""
    evidence: Text | None = None
    """How an editor knows: the sum, the other document, the other line."""
    source: Source | None = None
    """Where it stands in the document."""
