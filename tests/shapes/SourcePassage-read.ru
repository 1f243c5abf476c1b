# What was read from a figure is said to come from the word before it.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { ?record tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/134-136> }
INSERT { ?record tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/132-134> }
WHERE { ?record tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/134-136> }
