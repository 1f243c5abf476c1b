# Half an inhabitant.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/area/431001> tsu:population ?old0 .
}
INSERT {
  <id/area/431001> tsu:population 738865.5 .
}
WHERE {
  OPTIONAL { <id/area/431001> tsu:population ?old0 }
}
