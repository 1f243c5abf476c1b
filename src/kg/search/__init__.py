"""What a release holds, found by its words: an index that knows two-character Japanese words, variants of writing, English labels and codes."""
