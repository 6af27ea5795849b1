"""Page models to Markdown: templates print and loop, everything from contributors is escaped."""
