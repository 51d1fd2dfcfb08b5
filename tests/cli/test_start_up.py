"""What a command loads before it does anything: nobody waits for what is not used."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["planbuilder.cli.build", "planbuilder.cli.check", "planbuilder.mkdocs.theme"])
def test_mkdocs_is_not_loaded_for_it(module: str) -> None:
    """It takes half a second: a build with nothing to do, the checker and `planbuilder pdf` don't need it."""
    code = f"import {module}, sys; print([name for name in sys.modules if name.partition('.')[0] == 'mkdocs'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
