# An observation of a structure without measure type lacks the measure.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/structure/outcomes-persons> qb:component <id/component/measureType> . <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> tsu:numberOfPersons ?old }
WHERE { <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> tsu:numberOfPersons ?old }
