"""The sitemap names every page once for each language that it is really in."""

from xml.etree import ElementTree as ET

from planbuilder.outputs.sitemap import sitemap

_NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_pages_mostly_in_the_source_language_are_left_out() -> None:
    """Such a page names the source's page as canonical, so it is no page of its own."""
    xml = sitemap("https://a.example/", ["", "plan/"], {"en": "en", "pl": "pl"}, frozenset({"pl/plan/"}))
    urls = ET.fromstring(xml).findall("s:url", _NS)
    found = {url.findtext("s:loc", namespaces=_NS): len(url.findall("x:link", _NS)) for url in urls}
    assert found == {"https://a.example/en/": 2, "https://a.example/pl/": 2, "https://a.example/en/plan/": 1}
