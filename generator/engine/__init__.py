"""Markdown to HTML, behind one protocol, so that the engine can be replaced."""
