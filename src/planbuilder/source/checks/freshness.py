"""Checks against the day: what is overdue, what nobody has looked at for too long."""

from collections.abc import Iterator
from datetime import timedelta

from planbuilder.model.catalogue import Catalogue
from planbuilder.model.measure import Measure
from planbuilder.model.registers import SupportService
from planbuilder.source.checks.finding import Finding

_HALF_A_YEAR, _YEAR = timedelta(days=183), timedelta(days=366)


def support_services(catalogue: Catalogue) -> Iterator[Finding]:
    """Help that is offered today was checked in the last six months."""
    for service in catalogue.all(SupportService):
        remedy = "compare the details with the service's own page, and write the day in checked_on:"
        if service.checked_on is None:
            yield Finding(service.key, (), "nobody has checked this service yet", remedy)
        elif catalogue.today - service.checked_on > _HALF_A_YEAR:
            sentence = f"nobody has checked this service since {service.checked_on}"
            yield Finding(service.key, ("checked_on",), sentence, remedy)


def overdue_measures(catalogue: Catalogue) -> Iterator[Finding]:
    """A measure is updated when it says so, and tells of no period that is not over."""
    for measure in catalogue.all(Measure):
        if measure.next_update and measure.next_update < catalogue.today:
            sentence = f"the update announced for {measure.next_update} is overdue"
            yield Finding(measure.key, ("next_update",), sentence, "add the new figures, or write a later day")
        for index, item in enumerate(measure.observations):
            if item.value is not None and item.period.end > catalogue.today and item.status == "final":
                sentence = f"{item.period.text} is not over, so its value can't be final"
                remedy = "write status: provisional or year_to_date, or correct the period"
                yield Finding(measure.key, ("observations", index, "period"), sentence, remedy)


def accessibility_statement(catalogue: Catalogue) -> Iterator[Finding]:
    """The law asks for a yearly review of the accessibility statement."""
    statement = catalogue.site.accessibility
    if catalogue.today - statement.reviewed > _YEAR:
        sentence = f"the accessibility statement was last reviewed on {statement.reviewed}, over a year ago"
        loc = ("accessibility", "reviewed")
        yield Finding(catalogue.site.key, loc, sentence, "test the site, and write the day of the review", "error")


def security_contact(catalogue: Catalogue) -> Iterator[Finding]:
    """Who finds the site unsafe can still rely on the address; a day far ahead is a promise nobody can keep."""
    security = catalogue.site.security
    if security is None:
        return
    loc, remedy = ("security", "expires"), "make sure that the address is read, and write a day within a year"
    if security.expires < catalogue.today:
        sentence = f"the address for reports on security was sure until {security.expires} only"
        yield Finding(catalogue.site.key, loc, sentence, remedy, "error")
    elif security.expires - catalogue.today > _YEAR:
        yield Finding(catalogue.site.key, loc, f"{security.expires} is more than a year ahead", remedy)


CHECKS = (support_services, overdue_measures, accessibility_statement, security_contact)
