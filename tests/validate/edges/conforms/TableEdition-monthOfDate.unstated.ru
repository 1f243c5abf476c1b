# An edition without a name of its own has a date.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/edition/example/R1/2020-12> tsu:edition ?old0 .
}
INSERT {
  <id/edition/example/R1/2020-12> tsu:edition "unstated" .
}
WHERE {
  OPTIONAL { <id/edition/example/R1/2020-12> tsu:edition ?old0 }
}
