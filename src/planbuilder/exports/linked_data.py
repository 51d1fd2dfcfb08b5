"""What search engines and catalogues read of a page: schema.org, as plain values. Words in the page's language."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from planbuilder.exports.credits import Credit, credited
from planbuilder.exports.observations import documents_of
from planbuilder.i18n import Language
from planbuilder.model.catalogue import Catalogue
from planbuilder.model.entity import Entity
from planbuilder.model.measure import Measure
from planbuilder.model.opportunity import Opportunity
from planbuilder.model.organisation import Organisation
from planbuilder.model.partnership import Partnership

Linked = dict[str, Any]
_CONTEXT = "https://schema.org"


def dataset(
    catalogue: Catalogue, language: Language, measure: Measure, url: str, about: str, files: Mapping[str, str]
) -> Linked:
    """A measure with figures. `url` is that of its page, `files` are absolute addresses with their media types."""
    plain, partnership = language.plain, catalogue.partnership(measure)
    sources = credited(catalogue, documents_of(measure), plain)
    return _compact(
        {
            "@context": _CONTEXT,
            "@type": "Dataset",
            "name": f"{plain(measure.title)} – {plain(partnership.name)}",
            "description": about,
            "identifier": measure.key,
            "url": url,
            "inLanguage": language.code,
            "isAccessibleForFree": True,
            "dateModified": catalogue.today.isoformat(),
            "temporalCoverage": _coverage(measure),
            "spatialCoverage": {"@type": "Place", "name": plain(measure.area or partnership.area.name)},
            "creator": _named(catalogue.get(measure.owner), language) if measure.owner else None,
            "publisher": {"@type": "Organization", "name": plain(catalogue.site.publisher.name)},
            "creditText": " ".join(credit.attribution for credit in sources),
            "isBasedOn": [_work(credit, language) for credit in sources],
            "distribution": [
                {"@type": "DataDownload", "contentUrl": address, "encodingFormat": media}
                for address, media in files.items()
            ],
        }
    )


def organization(catalogue: Catalogue, language: Language, partnership: Partnership, url: str) -> Linked:
    """A partnership, its area and its members."""
    plain, area = language.plain, partnership.area
    return _compact(
        {
            "@context": _CONTEXT,
            "@type": "Organization",
            "name": plain(partnership.name),
            "alternateName": plain(partnership.short) if partnership.short else None,
            "description": plain(partnership.summary),
            "identifier": partnership.key,
            "url": partnership.web,
            "mainEntityOfPage": url,
            "areaServed": _compact(
                {"@type": "AdministrativeArea", "name": plain(area.name), "identifier": area.gss},
            ),
            "member": [
                _named(catalogue.get(key), language)
                for key in dict.fromkeys(item.organisation for item in partnership.members)
            ],
        }
    )


def event(catalogue: Catalogue, language: Language, opportunity: Opportunity, url: str, about: str) -> Linked | None:
    """Something to come along to; None where no day is published, for without one it is no event."""
    if opportunity.kind != "attend" or not opportunity.opens:
        return None
    plain = language.plain
    return _compact(
        {
            "@context": _CONTEXT,
            "@type": "Event",
            "name": plain(opportunity.title),
            "description": about,
            "identifier": opportunity.key,
            "startDate": _moment(catalogue, opportunity.opens, opportunity.begins),
            "endDate": _moment(catalogue, opportunity.closes, opportunity.ends) if opportunity.closes else None,
            "eventStatus": f"{_CONTEXT}/{_status(opportunity)}",
            "previousStartDate": opportunity.moved_from.isoformat() if opportunity.moved_from else None,
            "location": {"@type": "Place", "name": plain(opportunity.where)} if opportunity.where else None,
            "organizer": _named(catalogue.get(opportunity.organisation), language)
            if opportunity.organisation
            else None,
            "inLanguage": language.code,
            "url": url,
        }
    )


def _moment(catalogue: Catalogue, day: date, clock: str | None) -> str:
    """A day, or its moment with the offset of the site's time zone."""
    if clock is None:
        return day.isoformat()
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(catalogue.site.time_zone)).isoformat()


def _status(opportunity: Opportunity) -> str:
    if opportunity.cancelled:
        return "EventCancelled"
    return "EventRescheduled" if opportunity.moved_from else "EventScheduled"


def _named(entity: Entity, language: Language) -> Linked:
    """An organisation by its name."""
    if not isinstance(entity, Organisation):
        raise TypeError(f"{entity.key} is no organisation")
    return _compact({"@type": "Organization", "name": language.plain(entity.name), "url": entity.web})


def _work(credit: Credit, language: Language) -> Linked:
    """A document with the licence that it states."""
    licence = {"@type": "CreativeWork", "name": credit.licence} if credit.licence else None
    title, web = language.plain(credit.document.title), credit.document.web
    work = {"@type": "CreativeWork", "name": title, "url": web, "license": licence}
    return _compact(work)


def _coverage(measure: Measure) -> str | None:
    periods = [item.period for item in measure.observations]
    if not periods:
        return None
    return f"{min(period.start for period in periods)}/{max(period.end for period in periods)}"


def _compact(value: Linked) -> Linked:
    """Without what is not known."""
    return {name: inner for name, inner in value.items() if inner not in (None, "", [])}
