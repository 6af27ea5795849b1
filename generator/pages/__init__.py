"""Page models: everything a page shows, complete, so that templates only print and loop."""
