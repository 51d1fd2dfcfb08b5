"""Bringing a catalogue up to date keeps every translation that still fits, and shows none that does not."""

from planbuilder.i18n import po
from planbuilder.i18n.merge import merge
from planbuilder.i18n.po import Entry, PoFile

HEADERS = po.new_headers("pl", "p")


def translated(source: str, translation: str, context: str = "p#text") -> Entry:
    """An entry with its translation."""
    return Entry(source, context, forms=(translation,))


def test_same_source_keeps_its_translation() -> None:
    """And entries stand in the order in which they are asked for."""
    file = PoFile(HEADERS, (translated("B", "b"), translated("A", "a")))
    merged = merge([Entry("A", "p#text"), Entry("B", "p#text")], file)
    assert [(entry.source, entry.forms, entry.current) for entry in merged.entries] == [
        ("A", ("a",), True),
        ("B", ("b",), True),
    ]


def test_changed_source_is_fuzzy_with_its_old_text() -> None:
    """The old translation stays for translators, out of readers' sight."""
    file = PoFile(HEADERS, (translated("Crime fell by 21% since 2008.", "Spadek o 21% od 2008 r."),))
    (entry,) = merge([Entry("Crime fell by 22% since 2008.", "p#text")], file).entries
    assert entry.fuzzy
    assert not entry.current
    assert entry.forms == ("Spadek o 21% od 2008 r.",)
    assert entry.previous == "Crime fell by 21% since 2008."


def test_closest_of_several_is_offered() -> None:
    """In a list, a changed item gets the translation of the item it was."""
    file = PoFile(HEADERS, (translated("Work with families.", "rodziny"), translated("Work with police.", "policja")))
    wanted = [Entry("Work with families.", "p#text"), Entry("Work with the police.", "p#text")]
    first, second = merge(wanted, file).entries
    assert (first.forms, first.fuzzy) == (("rodziny",), False)
    assert (second.forms, second.fuzzy) == (("policja",), True)


def test_nothing_is_offered_across_places_or_likeness() -> None:
    """A text that has nothing in common with the old one starts empty."""
    file = PoFile(HEADERS, (translated("Road safety", "x"), translated("Drugs and alcohol", "y", "q#text")))
    entries = merge([Entry("Something else entirely", "p#text"), Entry("Drugs and alcohol!", "p#text")], file).entries
    assert [entry.forms for entry in entries] == [(), ()]


def test_dropped_texts_come_back() -> None:
    """What is no longer asked for is obsolete; asked for again, its translation is current again."""
    file = PoFile(HEADERS, (translated("A", "a"),))
    without = merge([], file)
    assert [entry.source for entry in without.obsolete] == ["A"]
    (again,) = merge([Entry("A", "p#text")], po.parse(po.serialise(without))).entries
    assert again.current


def test_merging_twice_changes_nothing() -> None:
    """A second run has nothing to say, fuzzy entries included."""
    file = PoFile(HEADERS, (translated("Crime fell by 21%.", "Spadek o 21%."),))
    wanted = [Entry("Crime fell by 22%.", "p#text")]
    once = po.parse(po.serialise(merge(wanted, file)))
    assert po.serialise(merge(wanted, once)) == po.serialise(once)


def test_fuzzy_text_that_changes_again_keeps_its_first_source() -> None:
    """The text that the translation was made for is the one that helps."""
    file = PoFile(HEADERS, (translated("Crime fell by 21%.", "Spadek o 21%."),))
    once = merge([Entry("Crime fell by 22%.", "p#text")], file)
    (entry,) = merge([Entry("Crime fell by 23%.", "p#text")], once).entries
    assert entry.previous == "Crime fell by 21%."


def test_changed_plural_is_fuzzy() -> None:
    """A plural whose second form changed may say something else."""
    known = Entry("%(n)s person", "u#one", "%(n)s people", ("a", "b", "c"), placeholders=True)
    (entry,) = merge([Entry("%(n)s person", "u#one", "%(n)s persons")], PoFile(HEADERS, (known,))).entries
    assert entry.fuzzy
