"""The only package that knows MkDocs and Material: the rest of planbuilder could be moved to another shell.

`events` answers MkDocs' events, `site` writes the pages, `chrome` puts the theme's frame around them, `build`
runs MkDocs for the command line.
"""
