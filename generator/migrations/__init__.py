"""Records that were written for an older model, rewritten for that of today step by step."""
