# A ward lies in its city.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  <id/area/431010> a tsu:AdministrativeArea ; tsu:areaCode "431010" ; rdfs:label "熊本市中央区"@ja , "Chuo Ward, Kumamoto City"@en ; tsu:locatedIn <id/area/431001>
}
