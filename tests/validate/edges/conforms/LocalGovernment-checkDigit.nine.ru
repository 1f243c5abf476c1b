# The check digit is nine.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/government/430005> tsu:localGovernmentCode ?old0 .
}
INSERT {
  <id/government/430005> tsu:localGovernmentCode "431079" .
}
WHERE {
  OPTIONAL { <id/government/430005> tsu:localGovernmentCode ?old0 }
}
