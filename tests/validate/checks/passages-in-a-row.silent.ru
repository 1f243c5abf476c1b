# The numbers of the passages of a document begin at another number than those of another.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { ?passage tsu:position ?place }
INSERT { ?passage tsu:position ?other }
WHERE { ?passage tsu:inDocument <id/source/aaaaaaaaaaaa> ; tsu:position ?place BIND(?place + 1 AS ?other) }
