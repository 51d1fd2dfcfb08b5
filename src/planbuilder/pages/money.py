"""Finance tables in words: amounts with their full value, and what their lines add up to."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from planbuilder.i18n import Language
from planbuilder.model.table import Column, FinanceTable
from planbuilder.model.text import Text


@dataclass(frozen=True)
class Money:
    """What templates say about amounts."""

    language: Language

    def functions(self) -> dict[str, Any]:
        """All of them, by the name that templates use."""
        return {
            "amount": self.amount,
            "total_sentence": self.total_sentence,
            "has_recipients": lambda table: any(line.recipient for line in table.lines),
            "has_purposes": lambda table: any(line.text for line in table.lines),
            "has_shares": lambda table: any(line.percent is not None for line in table.lines),
            "table_cell": self.table_cell,
        }

    def amount(self, value: Decimal | None, table: FinanceTable) -> str:
        """An amount of a table with its full value; a dash where the source has none."""
        return "–" if value is None else self.language.money(value * table.factor)

    def total_sentence(self, table: FinanceTable) -> Markup:
        """What the lines add up to, beside the total that the source declares."""
        known = [line.amount for line in table.lines if line.amount is not None]
        added = sum(known, Decimal(0))
        if table.total is None:
            return self.language.markup(
                "The source declares no total; the lines add up to %(sum)s.", sum=self.amount(added, table)
            )
        declared = self.amount(table.total, table)
        if added == table.total:
            return self.language.markup("The lines add up to the declared total of %(total)s.", total=declared)
        return self.language.markup(
            "The declared total is %(total)s; the lines as published add up to %(sum)s.",
            total=declared,
            sum=self.amount(added, table),
        )

    def table_cell(self, cell: Text, column: Column) -> Markup:
        """A cell of a general table: figures as the language writes them, words as they are."""
        if column.kind == "text":
            return self.language.text(cell)
        try:
            value = Decimal(cell.source)
        except ArithmeticError:
            return self.language.text(cell)
        match column.kind:
            case "percentage":
                return Markup.escape(self.language.percent(value))
            case "money":
                return Markup.escape(self.language.money(value))
            case _:
                return Markup.escape(self.language.number(value))
