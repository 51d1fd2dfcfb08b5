"""`security.txt` (RFC 9116): where somebody can report that the site is not safe."""

from collections.abc import Sequence

from planbuilder.model.site import Security

PATH = ".well-known/security.txt"


def security_txt(security: Security, address: str, languages: Sequence[str]) -> str:
    """The file. `address` is that of the site; the contact holds until the end of the day it expires on (UTC)."""
    return (
        f"Contact: mailto:{security.email}\n"
        f"Expires: {security.expires.isoformat()}T23:59:59Z\n"
        f"Preferred-Languages: {', '.join(languages)}\n"
        f"Canonical: {address.rstrip('/')}/{PATH}\n"
    )
