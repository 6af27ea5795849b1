"""Every word in the reader's language, or visibly in another: catalogs, fallbacks, locale data."""
