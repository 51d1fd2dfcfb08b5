"""A build that goes on where the last one ended, though that was another process: it makes what shows a change.

The records of pages are those that parts of a site are put together from (`shards`), and the same rule decides what is
still true. They are used only if the site is still, file by file, as the last build left it (`unchanged`).
"""

from planbuilder.mkdocs.job import Job
from planbuilder.mkdocs.records import read
from planbuilder.mkdocs.tree import Tree
from planbuilder.mkdocs.unchanged import Note


def go_on(job: Job, note: Note) -> None:
    """Let a job know the pages of the site that its target holds, if all about them is known for sure."""
    standing = note.standing()
    records = read(standing[1]) if standing else None
    if standing and records:
        job.memory.recall(records.frame, records.prose, records.answers, records.pages)
        job.tree = Tree.of(note.target.absolute(), standing[0], job.tree.lasting)
