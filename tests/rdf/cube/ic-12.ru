# Two observations stand on one key.
# also 17: two observations on one key are also more than one for the one measure of the structure
BASE <https://w3id.org/tsunagi/>

INSERT { <id/outcome/copy> ?p ?o }
WHERE { <id/outcome/moj-community-reoffending-prevention-model/H30/030007/2020-12/1-04> ?p ?o }
