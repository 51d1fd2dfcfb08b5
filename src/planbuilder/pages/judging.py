"""How we judge progress: the rules, from the same constants that judge, and an example of each verdict."""

from collections.abc import Iterator

from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.page import Page
from planbuilder.verdict import examples, rules


def pages(edition: Edition) -> Iterator[Draft]:
    """The page."""
    yield _judging(edition)


@drafted
def _judging(edition: Edition) -> Page:
    language = edition.language
    # The page explains a method: it needs no example that could be dangerous to be seen reading.
    found = tuple(example for example in examples(edition.catalogue) if not example.sensitive)
    return edition.page(
        "how-we-judge-progress/",
        "judging.html",
        title=language.message("How we judge progress"),
        description=language.message("When we say that something is improving, and when we say that we cannot tell."),
        breadcrumb=(home_link(edition),),
        rules=rules(language),
        shown=tuple(example.measure for example in found),
        examples=found,
    )
