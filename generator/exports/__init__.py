"""Data about the site for other programs."""
