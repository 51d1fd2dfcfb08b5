"""Puts the theme and its built assets into the wheel, so that a site needs neither Node nor this repository.

Everything else stands in pyproject.toml.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

THEME = Path(__file__).parent / "theme_overrides"
PARTS = ("main.html", "partials", "assets")
"""What a build of a site needs; style sheets and scripts are in `assets`, built."""


class BuildWithTheme(build_py):
    """Copies the theme into the package; an editable installation reads it where it is."""

    def run(self) -> None:
        """Build the package, and then its folder `theme`."""
        super().run()
        if self.editable_mode:
            return
        if not (THEME / "assets" / "manifest.json").is_file():
            raise SystemExit("theme_overrides/assets is not built – run: npm ci --ignore-scripts && npm run build")
        target = Path(self.build_lib) / "planbuilder" / "theme"
        shutil.rmtree(target, ignore_errors=True)  # assets of an earlier build have other names
        target.mkdir(parents=True)
        for part in PARTS:
            source = THEME / part
            if source.is_dir():
                shutil.copytree(source, target / part)
            else:
                shutil.copyfile(source, target / part)


setup(cmdclass={"build_py": BuildWithTheme})
