# Another recorded area replaces it.
BASE <https://w3id.org/tsunagi/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/432016-1991-02-01> dcterms:isReplacedBy ?old }
INSERT {
  <id/area/432016-1991-02-01> dcterms:isReplacedBy <id/area/432016-2010-03-23> .
  <id/area/432016-2010-03-23> a tsu:RecordedArea ;
    rdfs:label "熊本市"@ja ;
    tsu:recordedCode "432016" ;
    dcterms:isPartOf <id/area/430005>
}
WHERE { <id/area/432016-1991-02-01> dcterms:isReplacedBy ?old }
