# A class hangs together with no property.
PREFIX ex: <https://example.org/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  ex:Reader a owl:Class ; rdfs:label "利用者"@ja , "reader"@en ; skos:definition "本を読む人。"@ja , "A person who reads books."@en ;
    skos:example "本館"@ja , "the main library"@en ; dcterms:source "図書館法 2条"@ja ; rdfs:isDefinedBy <https://example.org/ontology> ;
    skos:altLabel "読者"@ja .
  [ a owl:AllDisjointClasses ; owl:members ( ex:Book ex:Library ex:Reader ) ] .
  <https://example.org/reader> a ex:Reader .
}
