# The number is also that of an organization which is said to be the same, and departments of two governments are called alike.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  <id/organization/熊本県-特定非営利活動法人見本ノ会> tsu:corporateNumber "1000012030001" .
  <id/department/430005/福祉課> tsu:departmentOf <id/government/430005> ; rdfs:label "福祉課"@ja
}
