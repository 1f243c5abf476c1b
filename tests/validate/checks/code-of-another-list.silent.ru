# A code of somebody else is of a list whose name is quite another.
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { <https://example.org/colour/red> skos:inScheme <https://example.org/colours> }
