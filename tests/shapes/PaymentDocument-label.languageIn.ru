# The document has a label in a third language.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { <id/payment-document/example> rdfs:label "une étiquette"@fr }
