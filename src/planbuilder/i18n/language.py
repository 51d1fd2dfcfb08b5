"""One language as pages use it: messages, plan text, and everything that has a format.

Plain functions (`message`, `plural`, `plain`) give text for attributes, titles and SVG; their HTML twins
(`markup`, `markup_plural`, `text`) escape what they are given and mark what is in another language.
"""

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from markupsafe import Markup, escape

from planbuilder.i18n import periods, quantities
from planbuilder.i18n.formats import formats_of
from planbuilder.i18n.messages import Messages, plural_rule
from planbuilder.i18n.passages import paragraphs
from planbuilder.i18n.po import TranslationStatus
from planbuilder.i18n.words import Words, direction_of, isolated, isolated_markup, legible, locale_of, marked
from planbuilder.model.measure import Measure, Qualifier
from planbuilder.model.period import Period
from planbuilder.model.registers import Unit
from planbuilder.model.text import Prose, Text

Value = Words | Text | str | int | Decimal | datetime.date | Period
"""What a placeholder takes. Numbers, days and periods are formatted: give a bare year as a str."""

Translations = Mapping[tuple[str, str], str]
"""(context, source text) → translation, as in `Catalogue.translations[language]`."""

INTERFACE_SOURCE = "en"
"""The language of the messages in the code."""


class Language:
    """Everything that depends on the reader's language. Immutable; made once a build for each language.

    `messages` are the interface's, `translations` those of the plan text; `source` is the language that the
    plan text is written in.
    """

    def __init__(
        self,
        code: str,
        messages: Messages | None = None,
        translations: Translations | None = None,
        source: str = "en",
    ) -> None:
        self.code = code
        self.source = source
        self.locale = locale_of(code)
        self.direction = direction_of(code)
        self.formats = formats_of(self.locale)
        self._messages = messages or Messages()
        if self.direction == "rtl":
            self._messages = self._messages.mapped(legible)
        self._translations = translations or MappingProxyType({})
        self._unit_forms = plural_rule(self._translations.get(("", "Plural-Forms"), self._messages.plural_forms))
        self.words = lru_cache(maxsize=65_536)(self._words)
        self.text = lru_cache(maxsize=65_536)(self._text)

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    @property
    def autonym(self) -> str:
        """The language's name in itself, for the language switch."""
        known = self.locale.languages.get(self.code.split("-")[0], "") if self._knows_locale else ""
        name = self._messages.autonym or known or self.code
        return name[:1].upper() + name[1:]

    def name_of(self, code: str) -> str:
        """The name of another language in this one, by CLDR; the code where there is none."""
        names = self.locale.languages if self._knows_locale else {}
        return str(names.get(code.partition("-")[0], code))

    @property
    def _knows_locale(self) -> bool:
        return self.locale.language == self.code.split("-")[0]

    @property
    def messages(self) -> Messages:
        """The interface's messages."""
        return self._messages

    @property
    def status(self) -> TranslationStatus:
        """Who translated the interface, and whether a speaker has reviewed it."""
        return self._messages.status

    def status_of(self, partnership: str = "") -> TranslationStatus:
        """The same for the plan text of a partnership (its key), or of the site's registers (empty)."""
        found = self._translations
        context = f"{partnership}#"
        return TranslationStatus(found.get((context, "X-Translator"), ""), found.get((context, "X-Reviewed-By"), ""))

    # --- the interface's messages ---

    def message(self, msgid: str, /, **values: Value) -> str:
        """A message as plain text. Placeholders are named: `%(name)s`."""
        return self.message_in("", msgid, **values)

    def message_in(self, context: str, msgid: str, /, **values: Value) -> str:
        """A message whose English alone says too little: `message_in("status of a plan", "Open")`."""
        translation = self._messages.singular.get((context, msgid), msgid)
        return translation % self._plain_values(values) if values else translation

    def plural(self, one: str, other: str, n: int | Decimal, /, **values: Value) -> str:
        """A message that depends on a number; `%(n)s` is the number as the language writes it."""
        translation, _ = self._plural(one, other, n)
        return translation % self._plain_values({"n": n, **values})

    def markup(self, msgid: str, /, **values: Value) -> Markup:
        """A message as HTML. Values are escaped and marked with their language; Markup is kept."""
        return self.markup_in("", msgid, **values)

    def markup_in(self, context: str, msgid: str, /, **values: Value) -> Markup:
        """`message_in` as HTML."""
        translation = self._messages.singular.get((context, msgid))
        return self._markup(msgid if translation is None else translation, translation is not None, values)

    def markup_plural(self, one: str, other: str, n: int | Decimal, /, **values: Value) -> Markup:
        """`plural` as HTML."""
        translation, found = self._plural(one, other, n)
        return self._markup(translation, found, {"n": n, **values})

    def translates(self, msgid: str) -> bool:
        """Whether the interface has this message in the language."""
        return self.code == INTERFACE_SOURCE or ("", msgid) in self._messages.singular

    def _plural(self, one: str, other: str, n: int | Decimal) -> tuple[str, bool]:
        if n != int(n):
            return self._messages.singular.get(("fraction", other), other), (
                "fraction",
                other,
            ) in self._messages.singular
        forms = self._messages.plurals.get(("", one))
        if forms is None:
            return (one if abs(n) == 1 else other), False
        return forms[min(self._messages.plural_index(abs(int(n))), len(forms) - 1)], True

    def _markup(self, translation: str, found: bool, values: Mapping[str, Value]) -> Markup:
        lang = self.code if found or self.code == INTERFACE_SOURCE else INTERFACE_SOURCE
        content = escape(translation)
        if values:
            safe = {name: self._html_value(value, lang) for name, value in values.items()}
            content = Markup(str(content) % safe)  # noqa: S704 - both sides are escaped
        return content if lang == self.code else marked(content, lang, direction_of(lang))

    def _plain_values(self, values: Mapping[str, Value]) -> dict[str, str]:
        spoken = {name: self._spoken(value) for name, value in values.items()}
        if self.direction == "ltr":
            return spoken
        return {name: isolated(value) for name, value in spoken.items()}

    def _html_value(self, value: Value, lang: str) -> str:
        if isinstance(value, Markup):
            return str(value) if self.direction == "ltr" else str(isolated_markup(value))
        if isinstance(value, Text):
            value = self.words(value)
        if isinstance(value, Words) and value.lang != lang:
            return str(marked(escape(value.text), value.lang, value.direction))
        content = escape(self._spoken(value))
        return str(content) if self.direction == "ltr" else str(isolated_markup(content))

    def _spoken(self, value: Value) -> str:
        match value:
            case Markup():
                return value.striptags()
            case str():
                return value
            case int() | Decimal():
                return self.formats.number(value)
            case Words():
                return value.text
            case Text():
                return self.words(value).text
            case datetime.date():
                return self.formats.date(value)
            case Period():
                return self.period(value)

    # --- plan text ---

    def _words(self, text: Text) -> Words:
        """The translation of a plan text where it is current, else the source; prose only if all of it is."""
        if self.code == self.source:
            return Words(text.source, self.code, self.direction)
        if isinstance(text, Prose):
            found = [self._translations.get((text.context, part)) for part in paragraphs(text.source)]
            current = [part for part in found if part is not None]
            translation = "\n\n".join(current) if len(current) == len(found) else None
        else:
            translation = self._translations.get((text.context, text.source))
        if translation is None:
            return Words(text.source, self.source, direction_of(self.source), current=False)
        return Words(legible(translation) if self.direction == "rtl" else translation, self.code, self.direction)

    def _text(self, text: Text) -> Markup:
        """HTML of a plan text: bare in this language, else in a span with its own."""
        words = self.words(text)
        content = escape(words.text)
        return content if words.lang == self.code else marked(content, words.lang, words.direction)

    def cited(self, text: Text) -> Markup:
        """The title of a document, or of a part of one, as HTML.

        It is the document's name, by which readers find it: standing there as it was printed it is no text that
        still waits for a translation.
        """
        words = self.words(text)
        content = escape(words.text)
        if words.lang == self.code:
            return content
        return Markup('<cite lang="{}" dir="{}">{}</cite>').format(words.lang, words.direction, content)

    def plain(self, text: Text) -> str:
        """A plan text for places without HTML: attributes, titles, SVG."""
        return self.words(text).text

    def passages(self, prose: Prose) -> tuple[Words, ...]:
        """Prose in stretches of one language each, so that one stale paragraph does not hide the others."""
        joined: list[Words] = []
        for part in paragraphs(prose.source):
            words = self.words(Text(part, prose.context))
            if joined and joined[-1].lang == words.lang:
                last = joined.pop()
                words = Words(f"{last.text}\n\n{words.text}", words.lang, words.direction, words.current)
            joined.append(words)
        return tuple(joined)

    # --- numbers ---

    def number(self, value: Decimal | int, decimals: int | None = None) -> str:
        """A number: 22,021 or 22 021; with the decimals it is written with, unless told."""
        return self.formats.number(value, decimals)

    def percent(self, value: Decimal | int, decimals: int | None = None) -> str:
        """Per cent: 12.5 is written 12.5% or 12,5 %."""
        return self.formats.percent(value, decimals)

    def points(self, value: Decimal | int, decimals: int | None = None) -> str:
        """A difference of two percentages: 3 percentage points."""
        return quantities.points(self, value, decimals)

    def money(self, pounds: Decimal | int, decimals: int | None = None) -> str:
        """Pounds in full: £33,400,000."""
        return self.formats.money(pounds, decimals)

    def money_short(self, pounds: Decimal | int) -> str:
        """Pounds at the scale that loses nothing: £33.4 million, £982,460."""
        return quantities.money_short(self, pounds)

    def count_of(self, value: Decimal | int, unit: Unit, decimals: int | None = None) -> str:
        """A number with what it counts: 75 people."""
        return quantities.count_of(self, value, unit, decimals)

    def value(self, value: Decimal | int, measure: Measure, unit: Unit, decimals: int | None = None) -> str:
        """A value of a measure as it is spoken: 75 people, 12.5%, £982,460."""
        return quantities.value(self, value, measure, unit, decimals)

    def short_value(self, value: Decimal | int, measure: Measure, decimals: int | None = None) -> str:
        """A value for axis ticks and table cells: without the unit, but with % and £."""
        return quantities.short_value(self, value, measure, decimals)

    def kilobytes(self, size: int) -> str:
        """A number of bytes, rounded up to kilobytes of 1,024: 42 KB."""
        return quantities.kilobytes(self, size)

    def qualified(self, value: str, qualifier: Qualifier | None) -> str:
        """A formatted value with the source's own qualifier: about 75 people."""
        return quantities.qualified(self, value, qualifier)

    def unit_form(self, unit: Unit, n: Decimal | int) -> str | None:
        """The translated pattern (`%(n)s osób`) for a number of units; None where there is no current one."""
        if n != int(n):
            return self._translations.get((f"{unit.key}#fraction", f"%(n)s {unit.other}"))
        index = self._unit_forms(abs(int(n)))
        return self._translations.get((f"{unit.key}#one[{index}]", f"%(n)s {unit.one}"))

    # --- dates ---

    def date(self, day: datetime.date) -> str:
        """1 April 2016."""
        return self.formats.date(day)

    def clock(self, first: str, last: str | None = None) -> str:
        """A time of day (18:30), or from one to another."""
        read = datetime.time.fromisoformat
        begins = self.formats.clock(read(first))
        return self.range(begins, self.formats.clock(read(last))) if last else begins

    def month(self, day: datetime.date) -> str:
        """The month of a day: April 2016."""
        return self.formats.month(day)

    def period(self, period: Period) -> str:
        """A period in words: 2016, 2016/17, April 2016, April to December 2016, 12 months to March 2016."""
        return periods.spoken(self, period)

    def short_period(self, period: Period) -> str:
        """A period for axis ticks and narrow tables: 2016/17, Apr 2016, Q4 2016/17."""
        return periods.short(self, period)

    def dates(self, first: datetime.date, last: datetime.date) -> str:
        """From one day to another: 1 April 2017 to 31 March 2020."""
        return self.range(self.date(first), self.date(last))

    # --- several things ---

    def range(self, first: str, last: str) -> str:
        """Two formatted values as a range: 5% to 8%."""
        return self.message("%(first)s to %(last)s", first=first, last=last)

    def list(self, items: Iterable[Value]) -> str:
        """Items in a sentence: a, b and c."""
        return self.formats.list([self._spoken(item) for item in items])

    @property
    def comma(self) -> str:
        """What separates items that stand side by side, with its space: `, ` or `، `."""
        return self.formats.comma

    def markup_list(self, items: Iterable[Value]) -> Markup:
        """`list` as HTML: items are escaped and marked with their language, Markup is kept."""
        found = [self._html_value(item, self.code) for item in items]
        # Babel joins plain text; its own words hold no character that HTML minds.
        return Markup(self.formats.list(found))  # noqa: S704 - every item is escaped above
