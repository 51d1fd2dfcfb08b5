"""The settings that every page is looked at in, in the order that needs the fewest changes."""

from dataclasses import dataclass
from typing import Literal

State = Literal["open", "menu", "search", "without scripts"]
Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Setting:
    """How a page is looked at. `open` is the page with every `<details>` open, as it is in all the others too."""

    width: int
    scheme: Scheme
    state: State = "open"

    def __str__(self) -> str:
        return f"{self.width} {self.scheme} {self.state}"


WITHOUT_SCRIPTS = Setting(375, "light", "without scripts")
SETTINGS = (
    WITHOUT_SCRIPTS,
    Setting(375, "light"),
    Setting(375, "light", "menu"),
    Setting(375, "dark", "menu"),
    Setting(375, "dark"),
    Setting(320, "dark"),
    Setting(320, "dark", "search"),
    Setting(320, "light", "search"),
    Setting(320, "light"),
    Setting(1280, "light"),
    Setting(1280, "light", "search"),
    Setting(1280, "dark", "search"),
    Setting(1280, "dark"),
)
