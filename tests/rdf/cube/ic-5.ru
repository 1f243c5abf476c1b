# A dimension whose values are codes has no code list.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { tsu:countingBasis qb:codeList ?any }
