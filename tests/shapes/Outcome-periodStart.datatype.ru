# The first day of the period is written in words.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart ?start ; tsu:periodEnd ?end }
INSERT { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart "令和元年4月1日" }
WHERE { <id/outcome/example/R1/431001/2020-12/2-02> tsu:periodStart ?start ; tsu:periodEnd ?end }
