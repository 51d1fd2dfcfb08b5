"""The HTTP headers that the site is to be served with: one source for every host and for the preview."""

import json
import re
from collections.abc import Callable, Mapping

from planbuilder.model.forge import Forge
from planbuilder.model.site import Site

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
META_POLICY = "; ".join(_DIRECTIVES)
"""The content security policy for a `<meta>` element, where `frame-ancestors` has no effect."""

HEADERS = {
    "Content-Security-Policy": f"{META_POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
}


EDITOR = "/edit/"
"""The page with forms for editors, where a site has it. Sveltia CMS needs a policy of its own; nothing else does."""

ASSETS = "/assets/"
"""What lies here is named after its content, so a browser may keep it for ever."""

CACHED = "public, max-age=31536000, immutable"


def editor_directives(forge: Forge) -> str:
    """The content security policy of the page for editors, as a `<meta>` element has it.

    Sveltia CMS writes style sheets while it runs; scripts come from the site alone. It may talk to the forge and to
    nobody else.
    """
    hub = forge.kind == "github"
    asked = "https://api.github.com https://github.com" if hub else forge.origin
    faces = "https://avatars.githubusercontent.com" if hub else f"{forge.origin} https://secure.gravatar.com"
    other = {
        "style-src": "'self' 'unsafe-inline'",
        "img-src": f"'self' data: blob: {faces}",
        "connect-src": f"'self' data: blob: {asked}",
        "manifest-src": "'self' data: blob:",
    }
    names = [one.partition(" ")[0] for one in _DIRECTIVES]
    return "; ".join(
        f"{name} {other[name]}" if name in other else one for name, one in zip(names, _DIRECTIVES, strict=True)
    )


def editor_headers(forge: Forge) -> dict[str, str]:
    """The headers of the page for editors. Signing in opens a window of the forge, which has to be able to answer."""
    return {
        **HEADERS,
        "Content-Security-Policy": f"{editor_directives(forge)}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    }


def headers_file(site: Site | None = None) -> str:
    """The `_headers` file that Netlify and Cloudflare Pages read.

    Where two rules hold for one address, such hosts send both values of a header, and browsers then obey both. So where
    there is a page for editors, what differs there stands in rules that have no address in common.
    """
    assets = f"{ASSETS}*\n  Cache-Control: {CACHED}\n"
    if not site or not site.editor:
        return f"/*\n{_rule(HEADERS)}\n{assets}"
    own = {name: value for name, value in editor_headers(site.editor).items() if HEADERS[name] != value}
    everywhere = {name: value for name, value in HEADERS.items() if name not in own}
    strict = _rule({name: HEADERS[name] for name in own})
    pages = ("/", "/index.html", "/404.html", *(f"/{folder}/*" for folder in (*site.languages, "data", "pictures")))
    rules = "".join(f"{path}\n{strict}\n" for path in pages)
    return f"/*\n{_rule(everywhere)}\n{rules}{EDITOR}*\n{_rule(own)}\n{assets.rstrip()}\n{strict}"


def _rule(headers: Mapping[str, str]) -> str:
    return "".join(f"  {name}: {value}\n" for name, value in headers.items())


def sent_by(file: str, path: str) -> dict[str, str]:
    """The headers that a host sends with an address, as a `_headers` file says."""
    found: dict[str, str] = {}
    holds = False
    for line in file.splitlines():
        if line.startswith("/"):
            holds = bool(re.fullmatch(re.escape(line).replace(r"\*", ".*"), path))
        elif holds and line:
            name, _, value = line.strip().partition(": ")
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def nginx(site: Site | None = None) -> str:
    """Lines for a `server` block. nginx drops the outer headers where a `location` has its own, so all have all."""
    everywhere = _add_headers(HEADERS)
    assets = _location(ASSETS, {**HEADERS, "Cache-Control": CACHED})
    editor = f"\n{_location(EDITOR, editor_headers(site.editor))}" if site and site.editor else ""
    return f"{everywhere}error_page 404 /404.html;\n\n{assets}{editor}"


def _location(path: str, headers: Mapping[str, str]) -> str:
    inside = "".join(f"    {line}\n" for line in _add_headers(headers).splitlines())
    return f"location {path} {{\n{inside}}}\n"


def _add_headers(headers: Mapping[str, str]) -> str:
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())


def apache(site: Site | None = None) -> str:
    """A `.htaccess` file; it needs mod_headers. What is set last holds."""
    lines = "".join(f'Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    own = editor_headers(site.editor) if site and site.editor else {}
    there = "".join(
        f'Header always set {name} "{value}" {_at(EDITOR)}\n' for name, value in own.items() if HEADERS[name] != value
    )
    return f'{lines}{there}Header always set Cache-Control "{CACHED}" {_at(ASSETS)}\nErrorDocument 404 /404.html\n'


def _at(path: str) -> str:
    return f'"expr=%{{REQUEST_URI}} =~ m#^{path}#"'


def cloudfront(site: Site | None = None) -> str:
    """A response headers policy, for `aws cloudfront create-response-headers-policy --cli-input-json`."""
    return _policy("planbuilder", HEADERS)


def cloudfront_editor(site: Site | None = None) -> str:
    """The policy for the behaviour `/edit/*`; empty where there is no page for editors."""
    return _policy("planbuilder-edit", editor_headers(site.editor)) if site and site.editor else ""


def _policy(name: str, headers: Mapping[str, str]) -> str:
    """CloudFront has fields of its own for some headers and refuses these among the custom ones."""
    transport = headers["Strict-Transport-Security"]
    own = {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Strict-Transport-Security"}
    others = [{"Header": one, "Value": value, "Override": True} for one, value in headers.items() if one not in own]
    security = {
        "ContentSecurityPolicy": {"ContentSecurityPolicy": headers["Content-Security-Policy"], "Override": True},
        "ContentTypeOptions": {"Override": True},
        "ReferrerPolicy": {"ReferrerPolicy": headers["Referrer-Policy"], "Override": True},
        "StrictTransportSecurity": {
            "AccessControlMaxAgeSec": int(transport.partition("max-age=")[2].partition(";")[0]),
            "IncludeSubdomains": "includeSubDomains" in transport,
            "Override": True,
        },
    }
    policy = {
        "Name": name,
        "SecurityHeadersConfig": security,
        "CustomHeadersConfig": {"Quantity": len(others), "Items": others},
    }
    return json.dumps({"ResponseHeadersPolicyConfig": policy}, indent=2) + "\n"


FORMS: dict[str, Callable[[Site | None], str]] = {
    "netlify": headers_file,
    "cloudflare": headers_file,
    "nginx": nginx,
    "apache": apache,
    "cloudfront": cloudfront,
    "cloudfront-edit": cloudfront_editor,
}
"""For each host or server, what makes its configuration for a site."""
