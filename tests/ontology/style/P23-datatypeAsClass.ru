# A class stands for a datatype.
PREFIX ex: <https://example.org/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  ex:Date a owl:Class ; rdfs:label "日付の図書館"@ja , "date"@en ; skos:definition "日付の付いた図書館。"@ja , "A library with a date."@en ;
    skos:example "本館"@ja , "the main library"@en ; dcterms:source "図書館法 2条"@ja ; rdfs:isDefinedBy <https://example.org/ontology> ;
    rdfs:subClassOf ex:Library .
  <https://example.org/day> a ex:Date .
}
