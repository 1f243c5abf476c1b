# The outcome of row 2 reports on its own intervention and on that of row 3.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/2-04> tsu:reportsOn <id/intervention/example/R1/431001/2020-12/3-1> }
