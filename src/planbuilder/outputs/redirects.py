"""Where readers of an old address are led: one source for every host, like the headers."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from planbuilder.model.catalogue import Catalogue
from planbuilder.pages.moved import moves

Rules = Mapping[str, str]
"""The old path and the new one, both as they stand behind the host's name: `/en/old/` → `/en/new/`."""


def rules(catalogue: Catalogue) -> Rules:
    """The rules of a site, for every page that has moved in every language."""
    base = urlsplit(catalogue.site.address).path.rstrip("/")
    return {
        f"{base}/{code}/{redirect.old}": f"{base}/{code}/{path}"
        for redirect, path in moves(catalogue).items()
        for code in catalogue.site.languages
    }


def problems(catalogue: Catalogue, paths: Iterable[str]) -> Iterator[str]:
    """Sentences, with file and line, about what only the finished site shows. `paths` are those of its pages."""
    present = set(paths)
    for redirect, path in moves(catalogue).items():
        place = f"{catalogue.origins[redirect.key].path}:{catalogue.origins[redirect.key].line}:1: {redirect.old}: "
        if redirect.old in present:
            yield f"{place}there is a page at this address – delete the entry, or give the page another name"
        elif path.partition("#")[0] not in present:
            yield f"{place}there is no page {path} – write the path of a page, or the key of what it shows"


def netlify_and_cloudflare(found: Rules) -> str:
    """A `_redirects` file. Netlify reads `301!` (also where a file lies at the old address), Cloudflare `301`.

    Each host passes over the other's line: Cloudflare ignores what it does not know, Netlify takes the first.
    """
    return "".join(f"{old} {new} 301!\n{old} {new} 301\n" for old, new in found.items())


def nginx(found: Rules) -> str:
    """Lines for a `server` block."""
    return "".join(
        f"location = {place} {{ return 301 {new}; }}\n"
        for old, new in found.items()
        for place in (old, old.rstrip("/"))
    )


def apache(found: Rules) -> str:
    """Lines for a `.htaccess` file; they need mod_alias. Apache takes `.` for any sign, and no path has one."""
    return "".join(f'RedirectMatch 301 "^{old.rstrip("/")}/?$" "{new}"\n' for old, new in found.items())


def cloudfront(found: Rules) -> str:
    """A CloudFront Function for viewer requests."""
    table = json.dumps({old.rstrip("/"): new for old, new in found.items()}, indent=2)
    return (
        f"var moved = {table};\n\nfunction handler(event) {{\n"
        "  var to = moved[event.request.uri.replace(/\\/$/, '')];\n"
        "  return to ? { statusCode: 301, headers: { location: { value: to } } } : event.request;\n}\n"
    )


FORMS: dict[str, Callable[[Rules], str]] = {
    "netlify": netlify_and_cloudflare,
    "cloudflare": netlify_and_cloudflare,
    "nginx": nginx,
    "apache": apache,
    "cloudfront": cloudfront,
}
"""For each host or server, what makes its configuration."""
