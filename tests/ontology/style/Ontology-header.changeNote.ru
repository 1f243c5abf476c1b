# Nothing in English tells what has changed.
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE { <https://example.org/ontology> skos:changeNote ?old }
WHERE { <https://example.org/ontology> skos:changeNote ?old FILTER(LANG(?old) = "en") }
