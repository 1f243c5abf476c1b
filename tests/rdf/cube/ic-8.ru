# A key of slices holds a property that is no component of its structure.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  <id/structure/outcomes-persons> qb:sliceKey <id/slice-key/by-commission> .
  <id/slice-key/by-commission> a qb:SliceKey ; qb:componentProperty tsu:quote
}
