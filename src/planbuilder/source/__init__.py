"""Files in `data/` → Catalogue, or a list of Problems."""

from planbuilder.source.load import Loader, check, load
from planbuilder.source.problem import DataError, Problem, Severity
from planbuilder.source.schema import schemas
from planbuilder.source.today import from_environment

__all__ = ["DataError", "Loader", "Problem", "Severity", "check", "from_environment", "load", "schemas"]
