"""The wheel is all that a site of one's own needs: neither Node nor this repository."""

import compileall
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.sites import ROOT

PARTS = ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE", "src", "theme_overrides")


def run(*command: str | Path, cwd: Path) -> str:
    """A command's output, in a folder that is not this repository and with nothing of it on the path."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment["SOURCE_DATE_EPOCH"] = "1767225600"  # `make wheel` takes the time of the commit
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def sources(folder: Path) -> Path:
    """What a wheel is made from, in a folder of its own: making one leaves files behind."""
    left_out = shutil.ignore_patterns("__pycache__", "*.egg-info", ".git")
    folder.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=left_out)
        else:
            shutil.copy(ROOT / part, folder / part)
    return folder


def wheel_from(copy: Path) -> Path:
    """The wheel, made without a network."""
    folder = copy.parent
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--wheel-dir", folder)
    run(sys.executable, "-m", "pip", "wheel", *options, copy, cwd=folder)
    (made,) = folder.glob("planbuilder-*.whl")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this repository."""
    return wheel_from(sources(tmp_path_factory.mktemp("wheel") / "sources"))


@pytest.fixture(scope="module")
def planbuilder(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed from the wheel into a fresh environment that sees this one's libraries."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    python = folder / "venv" / "bin" / "python"
    options = ("--no-deps", "--no-index", "--quiet")
    run(sys.executable, "-m", "pip", "--python", python, "install", *options, wheel, cwd=folder)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (packages / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    where = run(python, "-c", "import planbuilder; print(planbuilder.__file__)", cwd=folder)
    assert Path(where.strip()).is_relative_to(packages), "the working copy was found instead of the wheel"
    return folder / "venv" / "bin" / "planbuilder"


def test_the_wheel_has_theme_assets_and_starters(wheel: Path) -> None:
    """And neither the sources of the assets nor what only developers need."""
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "planbuilder/theme/main.html",
        "planbuilder/theme/assets/manifest.json",
        "planbuilder/templates/plan.html",
        "planbuilder/locale/pl/LC_MESSAGES/planbuilder.po",
        "planbuilder/cli/starters/site/dot-github/workflows/check.yml",
        "planbuilder/cli/starters/site/mkdocs.yml",
    } <= names
    assert not [name for name in names if name.startswith(("tests/", "planbuilder/theme/css", "planbuilder/theme/js"))]


def test_the_same_sources_give_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """To the byte: from another folder, from files with other times and permissions, with another umask, and beside
    what Python has compiled."""
    copy = sources(tmp_path / "somewhere else entirely")
    assert compileall.compile_dir(copy / "src", quiet=1)
    for path in copy.rglob("*"):
        path.chmod(0o700)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    before = os.umask(0o077)
    try:
        again = wheel_from(copy)
    finally:
        os.umask(before)
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_a_wheel_without_built_assets_is_not_made(tmp_path: Path) -> None:
    """It would make sites without a style sheet."""
    copy = sources(tmp_path / "sources")
    shutil.rmtree(copy / "theme_overrides" / "assets")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", str(copy)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "npm run build" in done.stdout + done.stderr


def test_an_empty_folder_becomes_a_site(planbuilder: Path, tmp_path: Path) -> None:
    """Begin, check, build: with its style sheet, a plan and a chart."""
    run(planbuilder, "new", "site", "--title", "Ours", "--summary", "S.", "--address", "https://plans.example.org/",
        "--publisher", "Anytown Council", "--partnership", "Safer Anytown", "--area", "Anytown", "--plan", "Our Plan",
        "--start", "2026-04-01", cwd=tmp_path)  # fmt: skip
    assert run(planbuilder, "check", cwd=tmp_path) == "The data is in order: no errors, no warnings.\n"
    run(planbuilder, "build", cwd=tmp_path)
    page = (tmp_path / "site/en/safer-anytown/measures/example/index.html").read_text("utf-8")
    assert "<svg" in page
    assert list((tmp_path / "site" / "assets").glob("site.*.css"))
    assert (tmp_path / "site/en/safer-anytown/2026-2029/index.html").is_file()


def test_a_site_can_replace_one_file_of_the_theme(planbuilder: Path, tmp_path: Path) -> None:
    """The rest stays planbuilder's."""
    run(planbuilder, "new", "site", "--title", "Ours", "--summary", "S.", "--address", "https://plans.example.org/",
        "--publisher", "Anytown Council", "--partnership", "Safer Anytown", "--area", "Anytown", "--plan", "Our Plan",
        cwd=tmp_path)  # fmt: skip
    (tmp_path / "theme_overrides").mkdir()
    (tmp_path / "theme_overrides" / "glossary.html").write_text("<p>Our own words.</p>", "utf-8")
    run(planbuilder, "build", cwd=tmp_path)
    assert "<p>Our own words.</p>" in (tmp_path / "site/en/glossary/index.html").read_text("utf-8")
    assert list((tmp_path / "site" / "assets").glob("site.*.css"))
