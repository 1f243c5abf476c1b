# The ontology is not declared.
PREFIX owl: <http://www.w3.org/2002/07/owl#>

DELETE WHERE { ?ontology a owl:Ontology }
