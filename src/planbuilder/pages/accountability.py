"""What was promised, how a plan fits with others, and how checkable it is."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from planbuilder.model.plan import Plan
from planbuilder.model.report import Commitment
from planbuilder.pages.draft import Draft, drafted
from planbuilder.pages.edition import Edition
from planbuilder.pages.frame import plan_page
from planbuilder.pages.links import path_of
from planbuilder.pages.page import Page
from planbuilder.verdict import FEATURES, checkability, checkability_sentence, feature_label
from planbuilder.verdict.completeness import completeness


def pages(edition: Edition) -> Iterator[Draft]:
    """For each plan: its commitments, its alignment, its checkability – those that it has."""
    catalogue = edition.catalogue
    for plan in catalogue.all(Plan):
        if catalogue.commitments(plan):
            yield _commitments(edition, plan)
        if is_aligned(edition, plan):
            yield _alignment(edition, plan)
        if catalogue.measures(plan):
            yield _checkable(edition, plan)


def is_aligned(edition: Edition, plan: Plan) -> bool:
    """Whether a plan says anything about other plans and work."""
    priorities = edition.catalogue.priorities(plan)
    return bool(plan.linked_plans) or any(item.aligns_with or item.linked_work for item in priorities)


def _page(edition: Edition, plan: Plan, name: str, heading: Markup, title: str, **context: Any) -> Page:
    return plan_page(
        edition,
        plan,
        f"{path_of(plan)}{name}/",
        f"{name}.html",
        title=title,
        heading=heading,
        description=title,
        edit=edition.origin(plan),
        **context,
    )


@drafted
def _commitments(edition: Edition, plan: Plan) -> Page:
    language = edition.language
    commitments = edition.catalogue.commitments(plan)
    return _page(
        edition,
        plan,
        "commitments",
        language.markup("What was promised to the public"),
        language.message("What was promised: %(plan)s", plan=plan.title),
        commitments=commitments,
        summary=_kept(edition, commitments),
    )


def _kept(edition: Edition, commitments: tuple[Commitment, ...]) -> Markup:
    language = edition.language
    promised = language.markup_plural("The plan made %(n)s promise.", "The plan made %(n)s promises.", len(commitments))
    shown = sum(item.kept == "kept" for item in commitments)
    if all(item.kept == "not_known" for item in commitments):
        unknown = language.markup("No document that we hold tells whether they were kept.")
        return Markup("{} {}").format(promised, unknown)
    kept = language.markup_plural(
        "Later documents show that %(n)s of them was kept.", "Later documents show that %(n)s of them were kept.", shown
    )
    return Markup("{} {}").format(promised, kept)


@drafted
def _alignment(edition: Edition, plan: Plan) -> Page:
    language = edition.language
    priorities = edition.catalogue.priorities(plan)
    return _page(
        edition,
        plan,
        "alignment",
        language.markup("How it fits with other plans"),
        language.message("How it fits with other plans: %(plan)s", plan=plan.title),
        shown=priorities,
        rows=[(priority, item) for priority in priorities for item in priority.aligns_with],
        linked=[priority for priority in priorities if priority.linked_work],
    )


@drafted
def _checkable(edition: Edition, plan: Plan) -> Page:
    catalogue, language = edition.catalogue, edition.language
    found = checkability(plan, catalogue)
    return _page(
        edition,
        plan,
        "checkable",
        language.markup("How checkable is this plan?"),
        language.message("How checkable is this plan? %(plan)s", plan=plan.title),
        shown=catalogue.measures(plan),
        sentence=checkability_sentence(plan, catalogue, language),
        columns=[feature_label(feature, language) for feature in FEATURES],
        rows=[(check.measure, [feature in check.has for feature in FEATURES]) for check in found.checks],
        complete=completeness(catalogue, plan),
    )
