"""Where the files of a site are kept, as its web pages are addressed: GitHub, a GitLab, or another forge."""

from dataclasses import dataclass
from typing import Literal, Self
from urllib.parse import urlsplit

Kind = Literal["github", "gitlab", "other"]


@dataclass(frozen=True)
class Forge:
    """A repository on a forge. `path` is its owner and name, `origin` the forge itself."""

    kind: Kind
    origin: str
    path: str

    @classmethod
    def of(cls, repository: str) -> Self:
        """Read the address of a repository's web page. A forge whose host has `gitlab` in its name is a GitLab."""
        parts = urlsplit(repository)
        host = parts.hostname or ""
        kind: Kind = "github" if host == "github.com" else "gitlab" if "gitlab" in host.split(".") else "other"
        return cls(kind, f"{parts.scheme}://{parts.netloc}", parts.path.strip("/").removesuffix(".git"))

    def editing(self, branch: str, file: str) -> str:
        """The address at which the forge's own editor opens a file of a branch."""
        between = "/-/edit/" if self.kind == "gitlab" else "/edit/"
        return f"{self.origin}/{self.path}{between}{branch}/{file}"

    def folder(self, branch: str, path: str) -> str:
        """The address at which the forge lists a folder of a branch."""
        between = "/-/tree/" if self.kind == "gitlab" else "/tree/"
        return f"{self.origin}/{self.path}{between}{branch}/{path}"
