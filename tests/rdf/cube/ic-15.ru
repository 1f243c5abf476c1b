# An observation has no value for its measure.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> tsu:numberOfPersons ?any }
