# The figure of a result is greater by one than what is quoted, and so is its measure.
# finds: id/outcome/example/R1/431001/2020-12/1-01
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value 19 ; tsu:numberOfPersons 19 }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value 20 ; tsu:numberOfPersons 20 }
WHERE {}
