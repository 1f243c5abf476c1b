# The code list of a dimension is a hierarchy, and a value is not below its root.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  tsu:breakdownMember qb:codeList <id/hierarchy/members> .
  <id/hierarchy/members> a qb:HierarchicalCodeList ; qb:parentChildProperty skos:narrower ; qb:hierarchyRoot <code/breakdown-member/支援実施人数>
}
