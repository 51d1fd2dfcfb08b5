"""MkDocs' events, answered: hooks/planbuilder_hook.py hands them on.

MkDocs reads the site's prose and converts its Markdown. Everything else, the writing included, is done here at
`on_env`, when all prose is known; the tree is put in place at `on_post_build`, unless something was wrong.
"""

import logging
import os
import re
from dataclasses import dataclass
from pathlib import Path

from jinja2 import DictLoader, Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from planbuilder.mkdocs import prose, theme
from planbuilder.mkdocs.chrome import Look
from planbuilder.mkdocs.job import BuildError, Job
from planbuilder.mkdocs.site import Build
from planbuilder.outputs.staging import StagingError
from planbuilder.pages.page import Heading, Page
from planbuilder.source import from_environment

log = logging.getLogger("mkdocs.hooks.planbuilder")

_HEADING = re.compile(r'<h([23]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)


@dataclass
class _State:
    """What one build knows from event to event."""

    job: Job
    build: Build


def _state(config: MkDocsConfig) -> _State:
    state = config.extra["planbuilder"]
    assert isinstance(state, _State)  # noqa: S101 – set by on_config, which runs first
    return state


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data and prepare the folder to write into. Raises Abort with the problems of the data."""
    root = Path(config.config_file_path).parent
    job: Job = config.extra.get("job") or Job(root)
    job.prose = {}
    try:
        look = Look.read(theme.folders(theme.own_folder(config)), _palette(config))
        today = config.extra.get("today") or from_environment(os.environ)
        build = job.read(Path(config.site_dir), today, look)
        config.site_dir = str(job.tree.empty())
    except FileNotFoundError:
        raise Abort("the style sheets are not built yet – run: npm ci --ignore-scripts && npm run build") from None
    except (ValueError, BuildError, StagingError) as error:
        raise Abort(str(error)) from None
    config.theme.static_templates.clear()
    config.theme.dirs.clear()  # or MkDocs looks for files to publish among Material's ten thousand icons
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", prose.heading_id)
    config.extra["planbuilder"] = _State(job, build)
    return config


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
    state.job.prose.setdefault(path, {})[code] = Page(
        path=path,
        language=code,
        title=title,
        description=str(page.meta.get("description", title)),
        heading=Markup.escape(title),
        body=clean,
        headings=tuple(Heading(int(m[1]), m[2], Markup(m[3])) for m in _HEADING.finditer(clean)),  # noqa: S704
        edit=f"content/pages/{page.file.src_uri}",
    )
    return clean


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Write the whole site. MkDocs is given a template that writes nothing of its own."""
    state = _state(config)
    try:
        problems = state.job.write(state.build)
    except BuildError as error:
        raise Abort(str(error)) from None
    for sentence in problems:
        log.warning(sentence)
    return Environment(loader=DictLoader({"main.html": ""}), autoescape=True)


def on_post_build(config: MkDocsConfig) -> None:
    """Put the new site in its place. In strict mode a warning keeps the old one: MkDocs aborts only after this."""
    job = _state(config).job
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    if any(counter.get_counts() for counter in counters):
        job.close()
        return
    try:
        job.publish()
    except BuildError as error:
        raise Abort(str(error)) from None
