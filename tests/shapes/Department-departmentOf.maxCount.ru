# The department has two governments.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/department/431001/福祉課> tsu:departmentOf <id/government/430005> }
