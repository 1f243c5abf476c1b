# The check digit is nine.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/area/430005> tsu:areaCode ?old0 .
}
INSERT {
  <id/area/430005> tsu:areaCode "431079" .
}
WHERE {
  OPTIONAL { <id/area/430005> tsu:areaCode ?old0 }
}
