# A dimension has a code of another list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> tsu:countingBasis ?old }
INSERT { <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> tsu:countingBasis <code/counting/nobe> }
WHERE { <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> tsu:countingBasis ?old }
