"""Documentation of the ontology and the code lists: HTML and Markdown in Japanese and English, diagrams, the JSON-LD context."""
