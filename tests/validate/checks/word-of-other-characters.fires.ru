# The unit is another than the one that was read.
# finds: id/outcome/example/R1/431001/2020-12/1-01
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:unit "人" }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:unit "件" }
WHERE {}
