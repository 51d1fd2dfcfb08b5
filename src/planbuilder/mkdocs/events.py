"""MkDocs' events, answered: hooks/planbuilder_hook.py hands them on.

MkDocs reads the site's prose and converts its Markdown. Everything else, the writing included, is done here at
`on_env`, when all prose is known; the tree is put in place at `on_post_build`, unless something was wrong.
"""

import logging
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import DictLoader, Environment, TemplateError
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from planbuilder.i18n import languages, translated
from planbuilder.mkdocs import prose, theme
from planbuilder.mkdocs.chrome import Look, foreign_page
from planbuilder.mkdocs.site import Build, SiteWriter, copy_assets
from planbuilder.outputs.staging import Staging, StagingError, prepare
from planbuilder.pages.page import Heading, Link, Page
from planbuilder.pdf import Shelf
from planbuilder.source import DataError, from_environment, load

log = logging.getLogger("mkdocs.hooks.planbuilder")

_HEADING = re.compile(r'<h([23]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)


@dataclass
class _State:
    """What one build knows from event to event."""

    root: Path
    assets: Path
    staging: Staging
    build: Build
    writer: SiteWriter
    outdated: int = 0
    """How many PDF files say something else than the site, and are not published."""
    prose: dict[str, dict[str, Page]] = field(default_factory=dict)


def outdated(config: MkDocsConfig) -> int:
    """How many PDF files a build has left out, because they say something else than the site."""
    return _state(config).outdated


def _state(config: MkDocsConfig) -> _State:
    state = config.extra["planbuilder"]
    assert isinstance(state, _State)  # noqa: S101 – set by on_config, which runs first
    return state


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data and prepare the folder to write into. Raises Abort with the problems of the data."""
    root = Path(config.config_file_path).parent
    overrides = theme.folders(Path(config.theme.custom_dir or root / "theme_overrides"))
    try:
        catalogue = translated(load(root, config.extra.get("today") or from_environment(os.environ)), root)
        staging = prepare(Path(config.site_dir))
    except ValueError as error:
        raise Abort(str(error)) from None
    except DataError as error:
        raise Abort("\n".join(_problem_lines(error))) from None
    except StagingError as error:
        raise Abort(str(error)) from None
    try:
        assets = theme.with_assets(overrides)
        look = Look.read(assets, _palette(config))
    except FileNotFoundError:
        raise Abort("the style sheets are not built yet – run: npm ci --ignore-scripts && npm run build") from None
    shelf = Shelf.of(root) if config.extra.get("documents", True) else Shelf(root, {})
    build = Build.of(catalogue, languages(catalogue, (root / "locale",)), look, overrides, shelf)
    config.theme.static_templates.clear()
    left_out = len(shelf.made) - len(build.documents)
    config.extra["planbuilder"] = _State(root, assets, staging, build, SiteWriter(staging.folder), left_out)
    config.site_dir = str(staging.folder)
    return config


def _problem_lines(error: DataError) -> Iterator[str]:
    yield from (str(problem) for problem in error.problems)
    count = len(error.problems)
    yield f"{count} {'error' if count == 1 else 'errors'}: nothing was published, and the site that was there stays"


def _palette(config: MkDocsConfig) -> dict[str, str]:
    palette = config.theme.get("palette") or {}
    first = palette[0] if isinstance(palette, list) else palette
    return {"primary": first.get("primary", "indigo"), "accent": first.get("accent", "indigo")}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep the prose only: the theme's own files and anything else in the folder are not published."""
    return Files([file for file in files if _is_prose(file, config)])


def _is_prose(file: File, config: MkDocsConfig) -> bool:
    return file.is_documentation_page() and file.src_uri.split("/")[0] in _state(config).build.chromes


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Clean a page of prose and keep it."""
    state = _state(config)
    code, _, path = page.file.url.partition("/")
    title = str(page.title or "")
    clean = prose.cleaned(html, title)
    state.prose.setdefault(path, {})[code] = Page(
        path=path,
        language=code,
        title=title,
        description=str(page.meta.get("description", title)),
        heading=Markup.escape(title),
        body=clean,
        headings=tuple(Heading(int(m[1]), m[2], Markup(m[3])) for m in _HEADING.finditer(clean)),  # noqa: S704
        breadcrumb=(Link("", state.build.chromes[code].edition.language.markup("Home")),),
        edit=f"content/pages/{page.file.src_uri}",
    )
    return clean


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Write the whole site. MkDocs is given a template that writes nothing of its own."""
    state = _state(config)
    found = {path: {code: _finished(state, path, code) for code in state.build.chromes} for path in state.prose}
    try:
        copy_assets(state.assets, state.writer)
        state.build.write(state.writer, found)
    except OSError as error:
        state.staging.discard()
        raise Abort(f"{state.staging.folder}: the site can't be written: {error.strerror}") from None
    except TemplateError as error:
        state.staging.discard()
        raise Abort(f"{_place_of(error)}: the template can't be used: {error.message}") from None
    except BaseException:
        state.staging.discard()
        raise
    for sentence in state.writer.broken_links():
        log.warning(sentence)
    return Environment(loader=DictLoader({"main.html": ""}), autoescape=True)


def _finished(state: _State, path: str, code: str) -> Page:
    """A page of prose as one language shows it: with its links, and the page above it in its trail."""
    page = _in_language(state, path, code)
    above = f"{path.rstrip('/').rpartition('/')[0]}/"
    trail = (Link(above, _in_language(state, above, code).heading),) if above in state.prose else ()
    body = prose.linked(page.body, state.build.chromes[code].edition)
    return replace(page, body=body, breadcrumb=page.breadcrumb + trail)


def _in_language(state: _State, path: str, code: str) -> Page:
    by_language = state.prose[path]
    return by_language.get(code) or _in_source(by_language[state.build.catalogue.site.languages[0]], code)


def _in_source(page: Page, code: str) -> Page:
    body = Markup('<div lang="{}" dir="ltr">{}</div>').format(page.language, page.body)
    heading = Markup('<span lang="{}" dir="ltr">{}</span>').format(page.language, page.heading)
    moved = foreign_page(page, code)
    return Page(**{**moved.__dict__, "body": body, "heading": heading})


def _place_of(error: TemplateError) -> str:
    """The template and line of an error, as far as the error knows them."""
    name = getattr(error, "filename", None) or getattr(error, "name", None) or "a template"
    line = getattr(error, "lineno", None)
    return f"{name}:{line}" if line else str(name)


def on_post_build(config: MkDocsConfig) -> None:
    """Put the new site in its place. In strict mode a warning keeps the old one: MkDocs aborts only after this."""
    state = _state(config)
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    if any(counter.get_counts() for counter in counters):
        state.staging.discard()
        return
    try:
        state.staging.publish()
    except StagingError as error:
        raise Abort(str(error)) from None
    finally:
        state.staging.discard()
