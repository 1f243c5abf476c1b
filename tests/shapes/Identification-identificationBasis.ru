# The identification has two bases.
BASE <https://w3id.org/tsunagi/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/identification/organization/熊本県-特定非営利活動法人見本の会/1000012030001> tsu:identificationBasis <code/identification-basis/by-rule> }
