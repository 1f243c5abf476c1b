# The same, for a hierarchy that is told from child to parent.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA {
  tsu:breakdownMember qb:codeList <id/hierarchy/members> .
  <id/hierarchy/members> a qb:HierarchicalCodeList ; qb:parentChildProperty [ owl:inverseOf skos:broader ] ; qb:hierarchyRoot <code/breakdown-member/支援実施人数>
}
