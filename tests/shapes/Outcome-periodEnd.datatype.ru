# The last day of the period is written in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart ?start ; tsu:periodEnd ?end }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodEnd "令和2年3月31日" }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart ?start ; tsu:periodEnd ?end }
