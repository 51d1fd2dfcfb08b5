"""The pages of a site shared out among several browsers, each in a process of its own."""

import multiprocessing
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from planbuilder.mkdocs.serve import server_of
from tools.gate.findings import Finding
from tools.gate.looking import Looker, looker

BATCH = 10
"""Pages that a browser takes at a time: what a run that is stopped loses at most, for each browser."""

_stack = ExitStack()
_looker: list[Looker] = []
"""The browser of this process, which lives as long as the process does."""


def looked_at(site: Path, paths: Sequence[str], workers: int) -> Iterator[tuple[Sequence[str], list[Finding]]]:
    """Batch by batch, as they are done: the pages that were looked at, and what is wrong with them."""
    if not paths:
        return
    server = server_of(site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    batches = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
    with multiprocessing.get_context("spawn").Pool(min(workers, len(batches)), _begin, (address,)) as pool:
        yield from pool.imap_unordered(_look, batches)
        pool.close()
        pool.join()
    server.shutdown()
    server.server_close()


def _begin(address: str) -> None:
    _looker.append(_stack.enter_context(looker(address)))


def _look(batch: Sequence[str]) -> tuple[Sequence[str], list[Finding]]:
    return batch, [finding for path in batch for finding in _looker[0].look(path)]
