"""Hands MkDocs' events to planbuilder."""

from planbuilder.mkdocs.events import on_config, on_env, on_files, on_page_content, on_post_build

__all__ = ["on_config", "on_env", "on_files", "on_page_content", "on_post_build"]
