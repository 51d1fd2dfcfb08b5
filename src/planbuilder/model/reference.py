"""References from one entity to another, qualified when they are read.

An entity's key is the path of its file below `data/`, without an order number or ending, so it says
where to look: `safer-peterborough/plans/2017-2020/priorities/offender-management`. Editors write as
little of it as is clear from where they are (`road-casualties`, `2011-2014`,
`cambridgeshire-pcc/2017-2020`); each kind of reference completes the rest.
"""

import re
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Reference(str):
    """The full key of another entity. `written` is what the editor wrote."""

    written: str
    kind: ClassVar[str] = "entry"
    register: ClassVar[str] = ""
    """Folder or register below `data/`, for kinds that do not belong to a partnership."""

    @classmethod
    def of(cls, key: str, written: str = "") -> Self:
        reference = cls(key)
        reference.written = written or key.rsplit("/", 1)[-1]
        return reference

    @classmethod
    def qualify(cls, parts: list[str], partnership: str, plan: str) -> str | None:
        """The full key for the parts an editor wrote; None when there are too many of them.

        `plan` is the key of the plan or report that the file belongs to. A kind without a register takes full keys.
        """
        if not cls.register:
            return "/".join(parts)
        return f"{cls.register}/{parts[0]}" if len(parts) == 1 else None

    @classmethod
    def briefly(cls, key: str, partnership: str, plan: str) -> str | None:
        """The shortest way to write a key where it is read back as that key; None when there is none."""
        parts = key.split("/")
        names = parts[::2] if len(parts) != 2 else parts[1:]  # without the folders' names between them
        written = (names[-length:] for length in range(1, len(names) + 1))
        return next(("/".join(one) for one in written if cls.qualify(one, partnership, plan) == key), None)

    @classmethod
    def _validate(cls, value: Any, info: core_schema.ValidationInfo) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("reference", "this should be the id of one {kind}", {"kind": cls.kind})
        written = value.strip()
        parts = written.split("/")
        context = info.context or {}
        key = None
        if all(ID.fullmatch(part) for part in parts):
            if context.get("whole_keys"):  # exported JSON holds no shortened references
                return cls.of(written)
            key = cls.qualify(parts, context.get("partnership", ""), context.get("plan", ""))
        if key is None:
            raise PydanticCustomError(
                "reference",
                '"{written}" is not an id – use lower-case letters, digits and hyphens, as in the file\'s name',
                {"written": written[:80]},
            )
        return cls.of(key, written)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        part = ID.pattern
        about = f"The id of one {cls.kind}."
        return {"type": "string", "pattern": f"^{part}(?:/{part})*$", "description": about, "x-kind": cls.kind}


class OrganisationRef(Reference):
    """An organisation of the register."""

    kind, register = "organisation", "organisations"


class DocumentRef(Reference):
    """A published document that facts are taken from."""

    kind, register = "document", "documents"


class UnitRef(Reference):
    """A unit of the register `units.yml`."""

    kind, register = "unit", "units"


class SupportServiceRef(Reference):
    """A service that helps today."""

    kind, register = "support service", "support-services"


class PartnershipRef(Reference):
    """A partnership, by its folder's name."""

    kind = "partnership"

    @classmethod
    def qualify(cls, parts: list[str], partnership: str, plan: str) -> str | None:
        return parts[0] if len(parts) == 1 else None


class _OfPartnership(Reference):
    folder: ClassVar[str] = ""

    @classmethod
    def qualify(cls, parts: list[str], partnership: str, plan: str) -> str | None:
        match parts:
            case [name]:
                return f"{partnership}/{cls.folder}/{name}"
            case [owner, name]:
                return f"{owner}/{cls.folder}/{name}"
        return None


class MeasureRef(_OfPartnership):
    """A measure: `road-casualties`, or `fenland/road-casualties` of another partnership."""

    kind, folder = "measure", "measures"


class PlanRef(_OfPartnership):
    """A plan: `2011-2014`, or `cambridgeshire-pcc/2017-2020` of another partnership."""

    kind, folder = "plan", "plans"


class ReportRef(_OfPartnership):
    """A report: `2016-17`, or `fenland/2016-17-q4` of another partnership."""

    kind, folder = "report", "reports"


class _OfPlan(Reference):
    folder: ClassVar[str] = ""

    @classmethod
    def qualify(cls, parts: list[str], partnership: str, plan: str) -> str | None:
        match parts:
            case [name]:
                return f"{plan}/{cls.folder}/{name}"
            case [edition, name]:
                return f"{partnership}/plans/{edition}/{cls.folder}/{name}"
            case [owner, edition, name]:
                return f"{owner}/plans/{edition}/{cls.folder}/{name}"
        return None


class PriorityRef(_OfPlan):
    """A priority: its id in the same plan, `2011-2014/tackling-asb` in another, with the partnership before it."""

    kind, folder = "priority", "priorities"


class AchievementRef(_OfPlan):
    """An achievement of a plan."""

    kind, folder = "achievement", "achievements"


class SectionRef(_OfPlan):
    """A section of a plan's own text."""

    kind, folder = "section", "sections"


class TableRef(Reference):
    """A table in the `tables.yml` beside the plan or report that shows it."""

    kind = "table"

    @classmethod
    def qualify(cls, parts: list[str], partnership: str, plan: str) -> str | None:
        match parts:
            case [name]:
                return f"{plan}/tables/{name}"
        return None
