# The code has no source.
BASE <https://w3id.org/tsunagi/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE WHERE { <code/target-group/elderly> dcterms:source ?any }
