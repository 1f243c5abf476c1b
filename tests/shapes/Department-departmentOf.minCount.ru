# The department has no government.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE WHERE { <id/department/431001/福祉課> tsu:departmentOf ?any }
