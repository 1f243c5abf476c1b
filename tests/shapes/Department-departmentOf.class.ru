# What the department has as government is an area and no body.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/department/431001/福祉課> tsu:departmentOf ?old }
INSERT { <id/department/431001/福祉課> tsu:departmentOf <id/area/431001> }
WHERE { <id/department/431001/福祉課> tsu:departmentOf ?old }
