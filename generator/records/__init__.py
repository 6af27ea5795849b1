"""Records on disk become typed values: limits first, then YAML as text, then the model."""
