"""planbuilder: publish a public partnership's plan as fast, accessible, multilingual pages.

The package reads one way: data → model → pages → site. See ARCHITECTURE.md for the map.
"""

__version__ = "0.1.0"
