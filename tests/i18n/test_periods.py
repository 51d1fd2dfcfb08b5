"""Each kind of period has its words."""

import pytest

from planbuilder.i18n import Language
from planbuilder.model.period import Period


@pytest.mark.parametrize(
    ("written", "spoken", "short"),
    [
        ("2016", "2016", "2016"),
        ("2016/17", "2016/17", "2016/17"),
        ("2016-04", "April 2016", "Apr 2016"),
        ("2016-04..2016-04", "April 2016", "Apr 2016"),
        ("2016-04..2016-12", "April to December 2016", "Apr\u2009–\u2009Dec 2016"),
        ("2015-04..2016-12", "April 2015 to December 2016", "Apr 2015\u2009–\u2009Dec 2016"),
        ("2016 Q4", "October to December 2016", "Q4 2016"),
        ("2016 Q1", "January to March 2016", "Q1 2016"),
        ("2016/17 Q4", "January to March 2017 (Q4 2016/17)", "Q4 2016/17"),
        ("2016/17 Q1", "April to June 2016 (Q1 2016/17)", "Q1 2016/17"),
        ("2016/17 Q3", "October to December 2016 (Q3 2016/17)", "Q3 2016/17"),
        ("1999/00", "1999/00", "1999/00"),
        ("12m to 2016-03", "12 months to March 2016", "year to Mar 2016"),
    ],
)
def test_english(written: str, spoken: str, short: str) -> None:
    """A period is said as English says it, in full and where there is little room."""
    english = Language("en")
    assert english.period(Period.parse(written)) == spoken
    assert english.short_period(Period.parse(written)) == short
