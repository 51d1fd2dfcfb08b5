"""The accessibility statement, made from the site's settings and from the last run of the automatic tests."""

from collections.abc import Iterator
from typing import get_args

from planbuilder.model.accessibility import AutomaticTest, Reason
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import home_link
from planbuilder.pages.page import Page


def pages(edition: Edition) -> Iterator[Draft]:
    """The statement."""
    yield _statement(edition)


@drafted
def _statement(edition: Edition) -> Page:
    catalogue, language = edition.catalogue, edition.language
    found = catalogue.site.accessibility.barriers
    test = next(iter(catalogue.all(AutomaticTest)), None)
    return edition.page(
        "accessibility/",
        "accessibility.html",
        title=language.message("Accessibility statement"),
        description=language.message("How accessible this website is, and whom to tell about a problem."),
        breadcrumb=(home_link(edition),),
        site=catalogue.site,
        barriers={reason: [barrier for barrier in found if barrier.why == reason] for reason in get_args(Reason)},
        test=test,
        tools=language.list(f"{tool.name} {tool.version}" for tool in test.tools) if test else "",
        edit="data/site.yml",
    )
