# A slice lacks the dimension of its key.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  <id/structure/outcomes-persons> qb:sliceKey <id/slice-key/by-commission> .
  <id/slice-key/by-commission> a qb:SliceKey ; qb:componentProperty tsu:refCommission .
  <id/dataset/outcomes-persons> qb:slice <id/slice/iwate> .
  <id/slice/iwate> qb:sliceStructure <id/slice-key/by-commission>
}
