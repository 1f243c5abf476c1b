# Labels are worded otherwise, without the government, the figure or the form of payments.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { ?thing rdfs:label ?label }
INSERT { ?thing rdfs:label ?other }
WHERE {
  VALUES (?kind ?other) {
    (tsu:Project "見本の事業"@ja) (tsu:Commission "第1の分担"@ja) (tsu:Outcome "支援した人"@ja) (tsu:Payment "法務省からの支払い"@ja) (tsu:Project "Example project"@en)
  }
  ?thing a ?kind ;
    rdfs:label ?label .
  FILTER(LANG(?label) = LANG(?other))
}
