# The IRI of a class begins with a small letter.
PREFIX ex: <https://example.org/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  ex:mobile_library a owl:Class ; rdfs:label "移動図書館"@ja , "mobile library"@en ; skos:definition "車で移動する図書館。"@ja , "A library on wheels."@en ;
    skos:example "本館"@ja , "the main library"@en ; dcterms:source "図書館法 2条"@ja ; rdfs:isDefinedBy <https://example.org/ontology> ;
    rdfs:subClassOf ex:Library .
  <https://example.org/bus> a ex:mobile_library .
}
