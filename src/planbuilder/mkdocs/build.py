"""Run MkDocs for the command line: the same path as `mkdocs build --strict`."""

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.exceptions import BuildError as MkDocsBuildError

from planbuilder.mkdocs.events import outdated


class BuildError(Exception):
    """The build did not publish anything. The message is for the person who builds."""


@dataclass(frozen=True)
class Published:
    """Where the site lies now."""

    folder: Path
    outdated: int = 0
    """How many PDF files were left out, because they say something else than the site."""


class _Collect(logging.Handler):
    """Keeps MkDocs' warnings, to show them as the reason when a strict build fails."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def build(root: Path, folder: Path | None = None, today: date | None = None, *, documents: bool = True) -> Published:
    """Build the site of a project folder, with the PDF files that lie there unless `documents` is false.

    Raises BuildError; the site that was there then stays as it is.
    """
    config_file = root / "mkdocs.yml"
    if not config_file.is_file():
        raise BuildError(f"{config_file} is missing – run this in the folder of a planbuilder site")
    collect = _Collect()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collect)
    try:
        config = load_config(str(config_file), strict=True, **({"site_dir": str(folder)} if folder else {}))
        target = Path(config.site_dir)
        config.extra["documents"] = documents
        if today is not None:
            config.extra["today"] = today
        mkdocs_build(config)
    except Abort as error:
        raise BuildError("\n".join([*collect.messages, str(error)])) from None
    except (ConfigurationError, MkDocsBuildError) as error:
        raise BuildError(str(error)) from None
    finally:
        logger.removeHandler(collect)
    return Published(target, outdated(config))
