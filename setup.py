"""Puts the theme and its built assets into the wheel, so that a site needs neither Node nor this repository.

The same sources give the same wheel. Everything else stands in pyproject.toml.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
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


class SameWheel(bdist_wheel):
    """Makes the same wheel wherever it is made: no umask shows in it. `SOURCE_DATE_EPOCH` gives the time."""

    def write_wheelfile(self, wheelfile_base: str, *more: str) -> None:
        """Write the last file, and give all of them the same permissions."""
        super().write_wheelfile(wheelfile_base, *more)
        for path in Path(wheelfile_base).parent.rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)


setup(cmdclass={"build_py": BuildWithTheme, "bdist_wheel": SameWheel})
