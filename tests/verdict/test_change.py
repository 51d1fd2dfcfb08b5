"""How much a value moved."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from planbuilder.verdict.change import Change

VALUES = st.decimals(min_value=0, max_value=10**9, places=2)


def test_a_count_changes_in_its_unit_and_in_per_cent() -> None:
    """22,021 to 17,322 is 4,699 fewer, 21.3 per cent."""
    change = Change.between("count", Decimal(22_021), Decimal(17_322))
    assert change.absolute == -4_699
    assert change.percent is not None
    assert round(change.percent, 1) == Decimal("-21.3")
    assert (change.movement, change.in_points) == ("down", False)


def test_a_percentage_changes_in_points_and_never_in_per_cent() -> None:
    """69 % after 75 % is 6 points less, not 8 per cent."""
    assert Change.between("percentage", Decimal(75), Decimal(69)) == Change(Decimal(-6), None, in_points=True)


def test_nothing_is_a_percentage_of_zero_or_less() -> None:
    """From zero, or from a debt, a change has no percentage; from a half it has."""
    assert Change.between("rate", Decimal("0.5"), Decimal(1)).percent == 100
    assert Change.between("count", Decimal(0), Decimal(3)).percent is None
    assert Change.between("currency", Decimal(-10), Decimal(3)).percent is None


def test_the_minimum_itself_is_enough() -> None:
    """Five per cent of 100 is reached by 105 and by 95, not by 104.99."""
    hundred = Decimal(100)
    assert Change.between("count", hundred, Decimal(105)).reaches(Decimal(5))
    assert Change.between("count", hundred, Decimal(95)).reaches(Decimal(5))
    assert not Change.between("count", hundred, Decimal("104.99")).reaches(Decimal(5))


def test_the_minimum_of_a_percentage_is_in_points() -> None:
    """From 50 % to 54 % are 4 points, which is under 5, though it is 8 per cent more."""
    assert not Change.between("percentage", Decimal(50), Decimal(54)).reaches(Decimal(5))
    assert Change.between("percentage", Decimal(50), Decimal(55)).reaches(Decimal(5))


def test_any_change_from_zero_reaches_the_minimum_and_no_change_never_does() -> None:
    """Zero has no percentage, so one more is enough; staying the same is no change, whatever the minimum."""
    assert Change.between("count", Decimal(0), Decimal(1)).reaches(Decimal(5))
    assert not Change.between("count", Decimal(7), Decimal(7)).reaches(Decimal(0))


@given(earlier=VALUES, later=VALUES)
def test_the_way_back_is_as_long_as_the_way_there(earlier: Decimal, later: Decimal) -> None:
    """Swapping the values turns the sign and nothing else."""
    there, back = Change.between("count", earlier, later), Change.between("count", later, earlier)
    assert there.absolute == -back.absolute
    assert {there.movement, back.movement} in ({"none"}, {"up", "down"})
