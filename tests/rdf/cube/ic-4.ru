# Nothing says what the values of a dimension are.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { tsu:refPeriod rdfs:range ?any }
