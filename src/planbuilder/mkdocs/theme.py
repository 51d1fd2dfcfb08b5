"""Where the frame around pages and the built assets lie: in the site's own folder, or in what planbuilder brings."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig  # slow to import, and `planbuilder pdf` does not need it

PACKAGE = Path(__file__).parents[1]
PACKAGED = PACKAGE / "theme"
"""In an installed planbuilder: `setup.py` puts it into the wheel."""
_REPOSITORY = PACKAGE.parents[1] / "theme_overrides"
"""In a working copy of planbuilder itself, where nothing is packaged."""


def own_folder(config: "MkDocsConfig") -> Path:
    """Where a site's own templates and assets lie, if it has any: where its settings say, or in the usual place."""
    return Path(config.theme.custom_dir or Path(config.config_file_path).parent / "theme_overrides")


def folders(own: Path) -> tuple[Path, ...]:
    """The folders in which the theme's files are looked for: the site's own first, so that it can replace one file."""
    brought = PACKAGED if PACKAGED.is_dir() else _REPOSITORY
    return tuple(folder for folder in dict.fromkeys((own, brought)) if folder.is_dir())


def with_assets(among: tuple[Path, ...]) -> Path:
    """The first folder that has built assets. Raises FileNotFoundError when none has."""
    for folder in among:
        if (folder / "assets" / "manifest.json").is_file():
            return folder
    raise FileNotFoundError("no folder has assets/manifest.json")
