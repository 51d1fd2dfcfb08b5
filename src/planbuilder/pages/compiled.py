"""Templates are compiled once for all languages and builds, and call functions without detours."""

import hashlib
import marshal
import os
import sys
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from jinja2.runtime import Context

_DIGEST = 16
_VERSION = f"{sys.implementation.cache_tag}-jinja-{jinja2.__version__}"


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates in memory, each with the checksum of the source it was made from.

    The editions' environments differ only in their functions, which templates look up when they run. With a
    `folder`, what one build compiled the next one finds there: a file that is damaged, or of another version of
    Python or Jinja, counts as absent.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType]] = {}
        self.folder: Path | None = None

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Templates go by name and checksum: wherever a project lies, the same source gives the same code."""
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what is kept, if the source is still the same."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif (file := self._file(bucket)) and (code := _read(file)):
            bucket.code = code
            self._kept[bucket.key] = (bucket.checksum, code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        if bucket.code is not None:
            self._kept[bucket.key] = (bucket.checksum, bucket.code)
            if file := self._file(bucket):
                _write(file, bucket.code)

    def _file(self, bucket: Bucket) -> Path | None:
        return self.folder / f"{_VERSION}-{bucket.key}-{bucket.checksum}" if self.folder else None


def _read(file: Path) -> CodeType | None:
    try:
        content = file.read_bytes()
    except OSError:
        return None
    digest, code = content[:_DIGEST], content[_DIGEST:]
    return marshal.loads(code) if hashlib.blake2b(code, digest_size=_DIGEST).digest() == digest else None  # noqa: S302


def _write(file: Path, code: CodeType) -> None:
    """Write a file in one step, so that no other build reads half of it. Where that can't be done, nothing is lost."""
    content = marshal.dumps(code)
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(hashlib.blake2b(content, digest_size=_DIGEST).digest() + content)
        aside.replace(file)
    except OSError:
        return


class DirectContext(Context):
    """What templates run in. No function of ours wants the context for itself, and no template has globals of its
    own: so Jinja need not look for either at every call and import, which is a sixth of the time of a page."""

    def __init__(
        self,
        environment: jinja2.Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Callable[[Context], Any]],
        globals: Mapping[str, Any] | None = None,  # noqa: A002 – Jinja names it so
    ) -> None:
        super().__init__(environment, parent, name, blocks)

    def call(self, function: Callable[..., Any], /, *of: Any, **named: Any) -> Any:
        """Call a function or macro as it is."""
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return function(*of, **named)


class DirectEnvironment(jinja2.Environment):
    """What templates are read by. They have no globals of their own, so they share the environment's as they are:
    Jinja would look into two places for each of them, each time that a template runs."""

    context_class = DirectContext

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The environment's own."""
        return super().make_globals(d) if d else self.globals


COMPILED = CompiledTemplates()
"""The process's own."""
