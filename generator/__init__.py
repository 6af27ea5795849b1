"""Turn YAML records of a cooperation framework into a multilingual, offline-readable site."""
