"""The records as typed, frozen, closed values; the JSON Schemas are derived from here."""
