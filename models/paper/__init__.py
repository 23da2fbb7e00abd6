"""What is printed: the documents, set by Typst."""
