"""What the form and the preview in the page need to know: model, words, names of records."""
