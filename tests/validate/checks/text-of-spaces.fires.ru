# The unit is an ideographic space.
# finds: id/outcome/example/R1/431001/2020-12/1-01
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:unit ?unit }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:unit "　" }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:unit ?unit }
