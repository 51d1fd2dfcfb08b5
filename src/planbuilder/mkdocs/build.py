"""Run MkDocs for the command line: the same path as `mkdocs build --strict`."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.exceptions import BuildError as MkDocsBuildError
from platformdirs import user_cache_path

from planbuilder.mkdocs import theme
from planbuilder.mkdocs.job import BuildError, Job
from planbuilder.outputs.garbage import uncollected
from planbuilder.pages.compiled import COMPILED

__all__ = ["BuildError", "Published", "build"]


@dataclass(frozen=True)
class Published:
    """Where the site lies now. `plain`: nothing but the project's own files in their usual places was read for it."""

    folder: Path
    files: Mapping[str, bytes]
    """The digest of each of its files, by path."""
    plain: bool
    outdated: int = 0
    """How many PDF files were left out, because they say something else than the site."""


_HOOK = Path(__file__).parents[1] / "cli" / "starters" / "site" / "hooks" / "planbuilder_hook.py"
_PURE_EXTENSIONS = {"toc", "tables", "fenced_code", "sane_lists", "abbr", "attr_list", "def_list", "footnotes"}


class _Collect(logging.Handler):
    """Keeps MkDocs' warnings, to show them as the reason when a strict build fails."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def build(
    root: Path,
    folder: Path | None = None,
    today: date | None = None,
    job: Job | None = None,
) -> Published:
    """Build the site of a project folder. Raises BuildError; the site that was there then stays as it is.

    `job` says what is wanted, and remembers earlier builds.
    """
    config_file = root / "mkdocs.yml"
    if not config_file.is_file():
        raise BuildError(f"{config_file} is missing – run this in the folder of a planbuilder site")
    COMPILED.folder = user_cache_path("planbuilder") / "templates"
    collect = _Collect()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collect)
    try:
        config = load_config(str(config_file), strict=True, **({"site_dir": str(folder)} if folder else {}))
        job = config.extra["job"] = job or Job(root)
        if today is not None:
            config.extra["today"] = today
        with uncollected():
            mkdocs_build(config)
    except Abort as error:
        raise BuildError("\n".join([*collect.messages, str(error)])) from None
    except (ConfigurationError, MkDocsBuildError) as error:
        raise BuildError(str(error)) from None
    finally:
        logger.removeHandler(collect)
    return Published(job.tree.target, job.tree.files, is_plain(config, root), job.outdated)


def is_plain(config: MkDocsConfig, root: Path) -> bool:
    """Whether nothing but planbuilder and Python-Markdown's own extensions take part, in the usual places.

    Whatever else takes part may read what it likes: then nobody can know that a site is still up to date.
    """
    settings = (root / "mkdocs.yml").read_text("utf-8")
    places = Path(config.docs_dir), theme.own_folder(config)
    usual = tuple((root / name).absolute() for name in ("content/pages", "theme_overrides"))
    return (
        not config.plugins.keys() - {"planbuilder", *config.hooks}
        and all(_statements(root / hook) == _statements(_HOOK) for hook in config.hooks)
        and {*config.markdown_extensions} <= _PURE_EXTENSIONS
        and all(place.absolute() in usual for place in places)
        and "INHERIT" not in settings
        and "!ENV" not in settings
    )


def _statements(hook: Path) -> list[str]:
    return [line for line in hook.read_text("utf-8").splitlines() if line and not line.startswith('"')]
