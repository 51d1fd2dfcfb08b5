"""What several pages show is made once, and made again when a question that it was made from has another answer."""

from collections.abc import Iterable

from planbuilder.model.answers import Answers, Pieces, Question

NOTED = ("find", "measures/noise")
UNIT = ("find", "units/people")


class Kitchen:
    """Makes pieces and counts them; `world` is what the questions are answered with."""

    def __init__(self) -> None:
        self.world: dict[Question, str] = {NOTED: "75", UNIT: "people"}
        self.pieces: Pieces = {}
        self.made = 0

    def build(self) -> Answers:
        """The answers of a new build."""
        answers = Answers()
        answers.keep(self.pieces, self.stamp)
        return answers

    def stamp(self, code: str, asked: Iterable[Question]) -> bytes:
        """What stands for the answers."""
        return "|".join([code, *(self.world[question] for question in asked)]).encode()

    def piece(self, answers: Answers, code: str = "en", name: str = "chart") -> str:
        """A piece that needs a unit."""

        def make() -> str:
            self.made += 1
            answers.note(UNIT)
            return f"{self.world[NOTED]} {self.world[UNIT]}"

        return answers.piece(name, code, NOTED[1], make)


def test_a_piece_is_made_once_for_all_who_show_it() -> None:
    """Another name, or another language, is another piece."""
    kitchen = Kitchen()
    answers = kitchen.build()
    assert [kitchen.piece(answers), kitchen.piece(answers)] == ["75 people"] * 2
    assert kitchen.made == 1
    kitchen.piece(answers, code="pl")
    kitchen.piece(answers, name="table")
    assert kitchen.made == 3


def test_whoever_shows_a_piece_has_asked_what_it_asked() -> None:
    """The second page, for which it was not made, as well."""
    kitchen = Kitchen()
    answers = kitchen.build()
    for _ in range(2):
        with answers.noting() as asked:
            kitchen.piece(answers)
        assert asked == {NOTED, UNIT}


def test_the_next_build_keeps_a_piece_while_the_answers_are_the_same() -> None:
    """Another answer to what it was made of, or to what it asked, makes it anew."""
    kitchen = Kitchen()
    kitchen.piece(kitchen.build())
    kitchen.piece(kitchen.build())
    assert kitchen.made == 1
    kitchen.world[UNIT] = "persons"
    assert kitchen.piece(kitchen.build()) == "75 persons"
    kitchen.world[NOTED] = "80"
    assert kitchen.piece(kitchen.build()) == "80 persons"


def test_a_piece_that_nobody_wanted_for_a_while_is_not_taken_for_new() -> None:
    """It is compared with the answers that it was made from, not with those of the last build."""
    kitchen = Kitchen()
    kitchen.piece(kitchen.build())
    kitchen.world[UNIT] = "persons"
    kitchen.piece(kitchen.build(), name="table")
    assert kitchen.piece(kitchen.build()) == "75 persons"
