"""The search index that the reader's browser loads."""
