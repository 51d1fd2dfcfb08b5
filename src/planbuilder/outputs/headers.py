"""The HTTP headers that the site is to be served with: one source for every host and for the preview."""

import json
from collections.abc import Callable

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


ASSETS = "/assets/"
"""What lies here is named after its content, so a browser may keep it for ever."""

CACHED = "public, max-age=31536000, immutable"


def headers_file() -> str:
    """The `_headers` file that Netlify and Cloudflare Pages read."""
    lines = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    return f"/*\n{lines}\n{ASSETS}*\n  Cache-Control: {CACHED}\n"


def nginx() -> str:
    """Lines for a `server` block. nginx drops the outer headers where a `location` has its own, so both have all."""
    everywhere = "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    inside = "".join(f"    {line}\n" for line in everywhere.splitlines())
    return (
        f"{everywhere}error_page 404 /404.html;\n\nlocation {ASSETS} {{\n{inside}"
        f'    add_header Cache-Control "{CACHED}" always;\n}}\n'
    )


def apache() -> str:
    """A `.htaccess` file; it needs mod_headers."""
    lines = "".join(f'Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    condition = f'"expr=%{{REQUEST_URI}} =~ m#^{ASSETS}#"'
    return f'{lines}Header always set Cache-Control "{CACHED}" {condition}\nErrorDocument 404 /404.html\n'


def cloudfront() -> str:
    """A response headers policy, for `aws cloudfront create-response-headers-policy --cli-input-json`.

    CloudFront has fields of its own for some headers and refuses these among the custom ones.
    """
    transport = HEADERS["Strict-Transport-Security"]
    own = {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Strict-Transport-Security"}
    others = [{"Header": name, "Value": value, "Override": True} for name, value in HEADERS.items() if name not in own]
    security = {
        "ContentSecurityPolicy": {"ContentSecurityPolicy": HEADERS["Content-Security-Policy"], "Override": True},
        "ContentTypeOptions": {"Override": True},
        "ReferrerPolicy": {"ReferrerPolicy": HEADERS["Referrer-Policy"], "Override": True},
        "StrictTransportSecurity": {
            "AccessControlMaxAgeSec": int(transport.partition("max-age=")[2].partition(";")[0]),
            "IncludeSubdomains": "includeSubDomains" in transport,
            "Override": True,
        },
    }
    policy = {
        "Name": "planbuilder",
        "SecurityHeadersConfig": security,
        "CustomHeadersConfig": {"Quantity": len(others), "Items": others},
    }
    return json.dumps({"ResponseHeadersPolicyConfig": policy}, indent=2) + "\n"


FORMS: dict[str, Callable[[], str]] = {
    "netlify": headers_file,
    "cloudflare": headers_file,
    "nginx": nginx,
    "apache": apache,
    "cloudfront": cloudfront,
}
"""For each host or server, what makes its configuration."""
