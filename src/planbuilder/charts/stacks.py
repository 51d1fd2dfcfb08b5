"""Answers that are parts of 100 %: one bar a question."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from planbuilder.charts.chart import Cell, Chart, KeyItem, Row, Table
from planbuilder.charts.datafile import Record, chart_csv
from planbuilder.charts.draw_stacks import draw_stacks
from planbuilder.charts.plot import Part, StackPlot, StackRow
from planbuilder.charts.specify import specify
from planbuilder.charts.survey_words import method, slug, subtitle_of
from planbuilder.charts.swatches import part_swatch
from planbuilder.charts.voice import source_line
from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.consultation import Consultation, Question, Share
from planbuilder.model.text import Text

MOST_PARTS = 6
"""As many as there are colours; what has more parts is shown as bars."""
_WHOLE = Decimal(100)


def stacked(
    questions: Sequence[Question],
    consultation: Consultation,
    language: Language,
    *,
    heading: Text | None = None,
    catalogue: Catalogue | None = None,
    prefix: str = "",
) -> Chart:
    """One 100 % bar for each question. All have the same answers in the same order, six at most.

    `heading` names several questions together. Raises ValueError where the answers differ or are too many.
    """
    first = questions[0]
    labels = [answer.label.source for answer in first.answers]
    if len(labels) > MOST_PARTS or any([a.label.source for a in q.answers] != labels for q in questions):
        raise ValueError("stacked questions have the same answers, six at most")
    topic = heading or first.title
    file = f"{consultation.id}-{slug(topic)}"
    title = _title(first, language) if len(questions) == 1 else _common_title(questions, language)
    chart = f"{prefix}chart-{file}"
    plot = _plot(questions, language)
    return Chart(
        id=chart,
        title=title,
        subtitle=subtitle_of(first.title if len(questions) == 1 else heading, consultation, language),
        key=_key(questions, language),
        svg=draw_stacks(chart, plot),
        alt=_alt(questions, language),
        summary=(*_summary(questions, language), *method(consultation, language)),
        table=_table(topic, questions, language),
        symbols=(),
        csv=chart_csv(_records(questions, language)),
        csv_name=f"{file}.csv",
        source=source_line(consultation.source, catalogue, language),
        explore=False,
        specification=lambda: specify(plot, language, title.striptags()),
    )


def rest_of(question: Question) -> Decimal:
    """What is missing to 100 %, in per cent; rounding of the published shares counts as nothing."""
    rest = _WHOLE - sum((answer.value for answer in question.answers), Decimal(0))
    return rest if rest >= 1 else Decimal(0)


def _plot(questions: Sequence[Question], language: Language) -> StackPlot:
    several = len(questions) > 1
    rows = []
    for question in questions:
        # Published shares may add up to a little more than 100: the bar then shows their proportions.
        full = max(_WHOLE, sum((answer.value for answer in question.answers), Decimal(0)))
        parts = tuple(
            Part(float(answer.value / full * 100), language.percent(answer.value), slot)
            for slot, answer in enumerate(question.answers, 1)
        )
        rest = rest_of(question)
        if rest:
            parts += (Part(float(rest), language.percent(rest), 0),)
        name = language.plain(question.title) if several else ""
        rows.append(StackRow(name, language.text(question.title), parts))
    names = tuple(language.plain(answer.label) for answer in questions[0].answers)
    return StackPlot(tuple(rows), names, mirrored=language.direction == "rtl")


def _key(questions: Sequence[Question], language: Language) -> tuple[KeyItem, ...]:
    """The answers in order; with their shares where there is one bar, since a narrow part has no room for its own."""
    items = []
    for slot, answer in enumerate(questions[0].answers, 1):
        label = language.text(answer.label)
        if len(questions) == 1:
            label = language.markup("%(label)s: %(value)s", label=label, value=language.percent(answer.value))
        items.append(KeyItem(part_swatch(slot), label))
    rest = max(map(rest_of, questions))
    if rest:
        label = language.markup("None of these")
        if len(questions) == 1:
            label = language.markup("%(label)s: %(value)s", label=label, value=language.percent(rest))
        items.append(KeyItem(part_swatch(0), label))
    return tuple(items)


def _largest(question: Question) -> Share:
    return max(question.answers, key=lambda answer: answer.value)


def _title(question: Question, language: Language) -> Markup:
    largest = _largest(question)
    return language.markup(
        "%(value)s answered “%(answer)s”", value=language.percent(largest.value), answer=largest.label
    )


def _common_title(questions: Sequence[Question], language: Language) -> Markup:
    """Where the first answer, the strongest of its scale, is most and least frequent."""
    ranked = sorted(questions, key=lambda question: -question.answers[0].value)
    most, least = ranked[0], ranked[-1]
    return language.markup(
        "%(answer)s: most for “%(most)s” (%(high)s), least for “%(least)s” (%(low)s)",
        answer=most.answers[0].label,
        most=most.title,
        high=language.percent(most.answers[0].value),
        least=least.title,
        low=language.percent(least.answers[0].value),
    )


def _shares(question: Question, language: Language) -> list[Markup]:
    return [
        language.markup("%(label)s: %(value)s", label=answer.label, value=language.percent(answer.value))
        for answer in question.answers
    ]


def _summary(questions: Sequence[Question], language: Language) -> list[Markup]:
    found: list[Markup] = []
    if len(questions) == 1:
        question = questions[0]
        found.append(
            language.markup("The answers are %(answers)s.", answers=language.markup_list(_shares(question, language)))
        )
        if question.rest is not None and rest_of(question) > 0:
            found.append(
                language.markup(
                    "%(value)s are missing to 100%%. %(rest)s",
                    value=language.percent(rest_of(question)),
                    rest=question.rest,
                )
            )
        return found
    for question in questions[:3]:
        largest = _largest(question)
        found.append(
            language.markup(
                "%(question)s: %(value)s answered “%(answer)s”.",
                question=question.title,
                value=language.percent(largest.value),
                answer=largest.label,
            )
        )
    return found


def _alt(questions: Sequence[Question], language: Language) -> str:
    opening = language.message("Bars that show parts of a whole.")
    details = [
        language.message(
            "%(question)s: %(answers)s.",
            question=question.title,
            answers=language.list([item.striptags() for item in _shares(question, language)]),
        )
        for question in questions
    ]
    return " ".join([opening, *details])


def _table(topic: Text, questions: Sequence[Question], language: Language) -> Table:
    if len(questions) == 1:
        rows = [
            Row((Cell(language.text(item.label), header=True), Cell(escape(language.percent(item.value)), number=True)))
            for item in questions[0].answers
        ]
        pair = (language.markup("Answer"), language.markup("Share of those who answered"))
        return Table(language.text(topic), pair, tuple(rows))
    head = (language.markup("Question"), *(language.text(answer.label) for answer in questions[0].answers))
    rows = [
        Row(
            (
                Cell(language.text(question.title), header=True),
                *(Cell(escape(language.percent(item.value)), number=True) for item in question.answers),
            )
        )
        for question in questions
    ]
    return Table(language.text(topic), head, tuple(rows))


def _records(questions: Sequence[Question], language: Language) -> list[Record]:
    return [
        Record(
            series=language.plain(question.title),
            group=language.plain(answer.label),
            value=f"{answer.value:f}",
            unit="%",
        )
        for question in questions
        for answer in question.answers
    ]
