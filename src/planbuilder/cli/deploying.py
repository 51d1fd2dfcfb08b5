"""The files with which a host publishes a site: those in `starters/deploy/`, filled from `data/site.yml`."""

from urllib.parse import urlsplit

from planbuilder.cli import starters
from planbuilder.model.site import Site
from planbuilder.outputs.headers import CACHED, cloudfront, cloudfront_editor, nginx
from planbuilder.source import names

_FOLDER = starters.FOLDER / "deploy"

NEXT = {
    "github-pages": "In the repository's settings, under Pages, choose GitHub Actions as the source.",
    "gitlab-pages": "In .gitlab-ci.yml, add: include: .gitlab/publish.yml – and a pipeline schedule for each morning.",
    "netlify": "Have Netlify build from this repository, and keep a build hook of it as the secret BUILD_HOOK.",
    "cloudflare": "Have Cloudflare Pages build from this repository, and keep a deploy hook as the secret BUILD_HOOK.",
    "s3": "Set the variables AWS_ROLE_ARN, AWS_REGION, BUCKET and DISTRIBUTION of the environment “publish”.",
    "nginx": "On the server, include deploy/nginx.conf and have deploy/publish.sh run each morning.",
}
"""The hosts, each with what is left to do there."""


def fits(host: str, site: Site) -> bool:
    """Whether the files of a host hold for a site of this address: only forges' pages may be in a folder."""
    return host in ("github-pages", "gitlab-pages") or urlsplit(site.address).path in ("", "/")


def files(host: str, site: Site) -> dict[str, str]:
    """Every file for a host that has anything in it: path in the project → text. Raises KeyError for a host that is not
    in NEXT."""
    address = urlsplit(site.address)
    values = {
        "address": site.address,
        "host": address.hostname or "",
        "name": names.suggestion((address.hostname or "").replace(".", "-")),
        "branch": site.branch,
        "cached": CACHED,
        "build_job": (_FOLDER / "build-job.yml").read_text("utf-8"),
        "nginx": "".join(f"    {line}\n" if line else "\n" for line in nginx(site).splitlines()).rstrip("\n"),
        "cloudfront": cloudfront(),
        "cloudfront_editor": cloudfront_editor(site),
    }
    if host not in NEXT:
        raise KeyError(host)
    found = {}
    for path in sorted((_FOLDER / host).rglob("*")):
        if path.is_file():
            name = path.relative_to(_FOLDER / host).as_posix()
            found[name.replace("dot-", ".", name.startswith("dot-"))] = starters.fill(f"deploy/{host}/{name}", values)
    return {path: text for path, text in found.items() if text}
