"""PO files that are parsed ahead, by another process, while this one reads the data."""

from pathlib import Path

from planbuilder.i18n import po
from planbuilder.i18n.messages import PACKAGED


def parsed(root: Path) -> dict[bytes, po.PoFile]:
    """What a project's translations say, and planbuilder's own words in the same languages, by content. What can't be
    read is left out."""
    translations = sorted((root / "data").glob("**/translations/*.po"))
    own = sorted(PACKAGED / code / "LC_MESSAGES" / "planbuilder.po" for code in {path.stem for path in translations})
    found: dict[bytes, po.PoFile] = {}
    for path in (*translations, *own):
        try:
            content = path.read_bytes()
            found[content] = po.parse(content)
        except (OSError, po.UnreadablePoError):
            continue  # told by whoever needs it
    return found
