# Something stands after a code, whose check digit is wrong too: told once.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE {
  <id/government/430005> tsu:localGovernmentCode ?old0 .
}
INSERT {
  <id/government/430005> tsu:localGovernmentCode "430004号" .
}
WHERE {
  OPTIONAL { <id/government/430005> tsu:localGovernmentCode ?old0 }
}
