# The prefecture has no such code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/area/430005> tsu:isoCode "JP-43" }
WHERE {}
