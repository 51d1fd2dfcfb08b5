"""Run one command and say how long it took and how much memory its largest process had.

    python -I -S launch.py RESULT CPUS COMMAND…

A process of its own, because a child begins with the memory of what it was started from: this one has next to none.
"""

import json
import os
import sys
import time


def main(result: str, cpus: str, *command: str) -> int:
    """Write seconds, bytes and the processors' seconds to RESULT. CPUS is how many the command may use, 0 for all."""
    if int(cpus):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(cpus)])
    started = time.perf_counter()
    _, status, usage = os.wait4(os.posix_spawnp(command[0], command, os.environ), 0)
    seconds = time.perf_counter() - started
    found = {"seconds": seconds, "peak": usage.ru_maxrss * 1024, "cpu": usage.ru_utime + usage.ru_stime}
    with open(result, "w", encoding="utf-8") as file:  # noqa: PTH123 – pathlib would take memory
        json.dump(found, file)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
