# The IRI of a property begins with a capital.
PREFIX ex: <https://example.org/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  ex:Lends_out a owl:ObjectProperty ; rdfs:label "持ち出せる本"@ja , "lends out"@en ; skos:definition "図書館と持ち出せる本とを結ぶ。"@ja , "Relates a library to a book that may leave it."@en ;
    skos:example "本館"@ja , "the main library"@en ; dcterms:source "図書館法 2条"@ja ; rdfs:isDefinedBy <https://example.org/ontology> ;
    rdfs:domain ex:Library ; rdfs:range ex:Book .
  <https://example.org/main> ex:Lends_out <https://example.org/book> .
}
