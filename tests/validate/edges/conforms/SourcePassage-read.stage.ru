# What was read from a stage is said to come from something else: one word may stand for several.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { ?record tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/120-124> }
INSERT { ?record tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/132-134> }
WHERE { ?record tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/120-124> }
