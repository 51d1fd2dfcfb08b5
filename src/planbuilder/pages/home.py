"""The home page, the front door above the languages, and the page for addresses that don't exist."""

from collections.abc import Iterator

from planbuilder.model.measure import Measure
from planbuilder.model.partnership import Partnership
from planbuilder.model.plan import Plan
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.feeds import line, with_feed
from planbuilder.pages.page import Page
from planbuilder.verdict import judge

KEY_MEASURES = 3
LATELY = 5


def pages(edition: Edition) -> Iterator[Draft]:
    """The home page."""
    yield _home(edition)


@drafted
def _home(edition: Edition) -> Page:
    catalogue = edition.catalogue
    site = catalogue.site
    latest = tuple(
        (partnership, latest_plan(edition, partnership), catalogue.reports(partnership)[:1])
        for partnership in catalogue.partnerships
    )
    return edition.page(
        "",
        "home.html",
        title=edition.name(site.title),
        heading=edition.language.text(site.title),
        description=edition.name(site.summary),
        latest=latest,
        running=any(plan.state(catalogue.today) == "running" and plan.held for plan in catalogue.all(Plan)),
        key_measures=_key_measures(edition),
        lately=tuple((item.on, line(edition, item)) for item in edition.changes.lately(LATELY)),
        **with_feed(edition, None),
        edit=edition.origin(site),
    )


def latest_plan(edition: Edition, partnership: Partnership) -> Plan | None:
    """A partnership's newest plan that we hold."""
    return next((plan for plan in edition.catalogue.plans(partnership) if plan.held), None)


def _key_measures(edition: Edition) -> tuple[Measure, ...]:
    """Those that site.yml names; else those that say most: with a verdict first, then with the newest figures."""
    named = edition.catalogue.site.key_measures[:KEY_MEASURES]
    if named:
        return tuple(edition.catalogue.get(reference) for reference in named)
    candidates = [
        measure
        for measure in edition.catalogue.all(Measure)
        if len(measure.series) > 1 and not edition.catalogue.sensitive(measure)
    ]

    def rank(measure: Measure) -> tuple[bool, int, str]:
        told = judge(measure, None, edition.catalogue.today).direction == "cannot_tell"
        return told, -measure.series[-1].period.end.toordinal(), measure.key

    return tuple(sorted(candidates, key=rank)[:KEY_MEASURES])


def front_door(edition: Edition) -> Page:
    """The page at the root of the site: the choice of languages, then the home page in the source language."""
    home = _home(edition).page()
    return edition.page(
        "",
        "front_door.html",
        title=edition.language.message("Choose your language: %(title)s", title=edition.catalogue.site.title),
        heading=home.heading,
        description=home.description,
        languages=tuple(edition.languages.values()),
        home=home.body,
        edit=home.edit,
    )


def not_found(edition: Edition) -> Page:
    """The page for addresses that don't exist."""
    title = edition.language.message("Page not found")
    return edition.page("", "not_found.html", title=title, description=title)
