# Nothing makes a library a lending library, although the note says that it is inferred.
PREFIX ex: <https://example.org/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { ?expression rdfs:subClassOf ex:LendingLibrary }
WHERE { ?expression rdfs:subClassOf ex:LendingLibrary FILTER(ISBLANK(?expression)) }
