# The table is of another cohort than all projects in it.
# finds: id/edition/example/R1/2020-12
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/edition/example/R1/2020-12> tsu:cohort "R1" }
INSERT { <id/edition/example/R1/2020-12> tsu:cohort "H30" }
WHERE {}
