# The code list has no code at its top.
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE WHERE { <code/target-group> skos:hasTopConcept ?any }
