"""Files as a ZIP archive that is the same bytes for the same files: sorted, without times, owners or extras."""

import io
import zipfile
from collections.abc import Mapping

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can hold; the true one would make each build's archive another."""
_READABLE = 0o644 << 16
_UNIX = 3


def archive(files: Mapping[str, bytes]) -> bytes:
    """The archive. Python's zlib decides on the compression: another version of it may give other bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _READABLE, _UNIX
            packed.writestr(entry, files[name])
    return target.getvalue()
