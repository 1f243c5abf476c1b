# The commission has two contractors.
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  <id/commission/example/R1/431001/2020-12/1> tsu:contractor <id/organization/熊本県-別の会> .
  <id/organization/熊本県-別の会> a tsu:Organization ; rdfs:label "別の会"@ja ; tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/134-136>
}
