# Something stands after a code, whose check digit is wrong too: told once.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/area/430005> tsu:areaCode ?old0 .
}
INSERT {
  <id/area/430005> tsu:areaCode "430004号" .
}
WHERE {
  OPTIONAL { <id/area/430005> tsu:areaCode ?old0 }
}
