# A slice of a data set holds an observation of another.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA {
  <id/structure/outcomes-persons> qb:sliceKey <id/slice-key/by-commission> .
  <id/slice-key/by-commission> a qb:SliceKey ; qb:componentProperty tsu:refCommission .
  <id/dataset/outcomes-events> qb:slice <id/slice/iwate> .
  <id/slice/iwate> qb:sliceStructure <id/slice-key/by-commission> ; qb:observation <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> ;
    tsu:refCommission <id/commission/moj-community-reoffending-prevention-model/H30/030007/2020-12/1>
}
