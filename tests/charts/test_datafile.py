"""The file that a chart's figures are taken away in."""

from planbuilder.charts.datafile import COLUMNS, Record, chart_csv


def test_words_never_compute_and_numbers_stay_numbers() -> None:
    """A name that begins like a formula gets an apostrophe; a negative number is one in any spreadsheet."""
    header, row = chart_csv([Record("=1+1", area="@North", value="-5", lower="-7")]).decode("utf-8-sig").splitlines()
    assert header == ",".join(column.name for column in COLUMNS)
    assert row == "'=1+1,,'@North,,-5,-7,,,,,,"
