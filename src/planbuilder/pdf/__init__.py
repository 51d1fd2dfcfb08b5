"""Documents as PDF files. The only package that knows WeasyPrint, which is asked for when a file has to be made.

`making` makes what is missing, `render` one file, `tagging` mends its tags; `shelf` keeps the files between the
command that makes them and the build that publishes them.
"""

from planbuilder.pdf.making import Done, make
from planbuilder.pdf.shelf import FOLDER, Shelf

__all__ = ["FOLDER", "Done", "Shelf", "make"]
