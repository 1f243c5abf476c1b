# A city of Kumamoto lies in Hokkaido.
# finds: id/area/431001
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  <id/area/010006> a tsu:AdministrativeArea ; tsu:areaCode "010006" ; rdfs:label "北海道"@ja , "Hokkaido"@en .
  <id/area/431001> tsu:locatedIn <id/area/010006>
}
