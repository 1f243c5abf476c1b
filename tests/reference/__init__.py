"""Reference tables of the package, derived from the public data beside the project: ``python -m tests.reference`` writes them again."""
