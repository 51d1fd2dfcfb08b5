"""Who answered, and what they said."""

import pytest

from planbuilder import charts
from planbuilder.charts import Chart
from planbuilder.model.consultation import Breakdown, Consultation, Question
from tests.charts import examples
from tests.charts.reading import of_class, records, texts, words


def _question(question: Question, consultation: Consultation = examples.CONSULTATION) -> Chart:
    return charts.question(question, consultation, examples.language())


def test_a_ranking_is_sorted_and_says_what_comes_first() -> None:
    """Whatever the order in the data."""
    shuffled = examples.CONCERNS.model_copy(update={"answers": examples.CONCERNS.answers[::-1]})
    chart = _question(shuffled)
    assert chart.title == "Environmental crime (fly-tipping, fly-posting, graffiti) comes first, at 78.5%"
    shown = texts(chart, "pb-chart__value")
    assert shown == ["78.5%", "75.2%", "71.8%", "71.1%", "57.7%", "57%", "51.7%", "32.2%"]


def test_bars_of_a_survey_start_at_zero() -> None:
    """Their lengths have the proportions of the shares."""
    bars = of_class(_question(examples.CONCERNS), "pb-chart__bar")
    widths = [float(bar.attrib["width"][:-1]) for bar in bars]
    assert {bar.attrib["x"] for bar in bars} == {"0%"}
    assert widths[-1] / widths[0] == pytest.approx(32.2 / 78.5, abs=0.001)


def test_an_open_survey_speaks_for_those_who_answered() -> None:
    """It is no sample: no margin of error."""
    said = words(_question(examples.CONCERNS))
    assert "describe those who did and not everybody" in said
    assert "margin" not in said


def test_a_sample_survey_has_its_margin_of_error() -> None:
    """1.96 × √(0.25/1,204) is 2.8 points."""
    sample = examples.CONSULTATION.model_copy(update={"method": "sample_survey", "respondents": 1_204})
    assert "up to plus or minus 2.8 percentage points" in words(_question(examples.WHOLE, sample))


def test_the_subtitle_says_of_how_many() -> None:
    """A share is a share of something."""
    assert _question(examples.CONCERNS).subtitle.endswith("in per cent of 149 people who answered")


def test_parts_of_a_whole_fill_the_bar_with_what_is_missing_left_empty() -> None:
    """53.7, 32.9 and 13.4 that the plan does not tell."""
    chart = _question(examples.WHOLE)
    parts = of_class(chart, "pb-chart__part")
    assert [part.attrib["width"] for part in parts] == ["53.7%", "32.9%", "13.4%"]
    assert [item.label.striptags() for item in chart.key][-1] == "None of these: 13.4%"
    assert "13.4% are missing to 100%. The plan does not say what the others answered." in words(chart)


def test_rounding_is_no_missing_part() -> None:
    """99.6 per cent are all."""
    answers = [{"label": "Yes", "value": "60.3"}, {"label": "No", "value": "39.3"}]
    chart = _question(Question.model_validate({"title": "Well?", "kind": "whole", "answers": answers}))
    assert len(of_class(chart, "pb-chart__part")) == 2


def test_parts_over_a_hundred_keep_inside_the_bar() -> None:
    """Published shares may add up to 101: the bar shows their proportions, the words the shares."""
    answers = [{"label": "Yes", "value": "61"}, {"label": "No", "value": "40"}]
    chart = _question(Question.model_validate({"title": "Well?", "kind": "whole", "answers": answers}))
    widths = [float(part.attrib["width"][:-1]) for part in of_class(chart, "pb-chart__part")]
    assert sum(widths) == pytest.approx(100, abs=0.02)
    assert texts(chart) == ["61%", "40%"]


def test_a_whole_with_more_parts_than_colours_becomes_bars() -> None:
    """Seven parts can't be told apart."""
    answers = [{"label": f"Answer {index}", "value": str(index)} for index in range(1, 8)]
    chart = _question(Question.model_validate({"title": "Well?", "kind": "whole", "answers": answers}))
    assert of_class(chart, "pb-chart__part") == []
    assert len(of_class(chart, "pb-chart__bar")) == 7


def test_a_share_stands_inside_its_part_only_where_it_fits() -> None:
    """2 per cent of a bar has no room for "2%"; the key and the table have it."""
    answers = [{"label": "Yes", "value": "98"}, {"label": "No", "value": "2"}]
    chart = _question(Question.model_validate({"title": "Well?", "kind": "whole", "answers": answers}))
    assert texts(chart) == ["98%"]
    assert [item.label.striptags() for item in chart.key] == ["Yes: 98%", "No: 2%"]


def test_questions_with_the_same_answers_stand_below_each_other() -> None:
    """One bar each, one key for all, one row each in the table."""
    chart = charts.stacked(examples.OPINIONS, examples.CONSULTATION, examples.language())
    assert len(of_class(chart, "pb-chart__row")) == 4
    assert len(chart.key) == 5
    assert len(chart.table.rows) == 4
    assert chart.title.striptags().startswith("Strongly agree: most for “I would recommend living here” (30%)")


def test_questions_with_other_answers_do_not_mix() -> None:
    """Their colours would mean different things."""
    with pytest.raises(ValueError, match="same answers"):
        charts.stacked((examples.OPINIONS[0], examples.WHOLE), examples.CONSULTATION, examples.language())


def test_a_breakdown_stands_beside_the_population() -> None:
    """Hatched bars for the people who live here, and who was not reached."""
    chart = charts.breakdown(examples.AGES, examples.CONSULTATION, examples.language())
    assert chart.title == "Age: the largest group is 65 and over, at 25.5%"
    assert len(of_class(chart, "pb-chart__hatched")) == 6
    assert [item.label.striptags() for item in chart.key] == ["People who answered", "People who live here"]
    assert "in one group: 25–34, 7.4% of answers and 21.0% of the population" in words(chart)
    names = [element.text for element in of_class(chart, "pb-chart__name")]
    assert names == ["18–24", "25–34", "35–44", "45–54", "55–64", "65 and over"]


def test_an_unknown_population_is_said() -> None:
    """[x] in the table, words in the picture."""
    categories = [{"label": "A", "value": "40", "population": "50"}, {"label": "B", "value": "60"}]
    found = Breakdown.model_validate({"title": "Sex", "categories": categories})
    chart = charts.breakdown(found, examples.CONSULTATION, examples.language())
    assert "No figure" in texts(chart)
    assert ("[x]", "not available") in chart.symbols


def test_a_group_of_one_is_no_largest_group() -> None:
    """A selection with one category is told as it is."""
    found = Breakdown.model_validate({"title": "Disability", "categories": [{"label": "Yes", "value": "10.1"}]})
    chart = charts.breakdown(found, examples.CONSULTATION, examples.language())
    assert chart.title == "Disability: Yes, 10.1%"


def test_the_file_of_a_survey() -> None:
    """Question, answer, share."""
    first = records(_question(examples.CONCERNS))[0]
    assert (first["series"], first["value"], first["unit"]) == ("What people are concerned about", "78.5", "%")


def test_names_of_files_come_from_titles_in_any_script() -> None:
    """A title in Urdu still gives a name."""
    urdu = examples.WHOLE.model_copy(update={"title": Question.model_validate({"title": "سوال"}).title})
    assert _question(urdu).csv_name.isascii()
    assert _question(examples.CONCERNS).csv_name == "consultation-what-people-are-concerned-about.csv"
