# They share all but the breakdown.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:refPeriod ?period }
INSERT { <id/outcome/example/R1/431001/2020-12/1-02> tsu:refPeriod ?other }
WHERE { <id/outcome/example/R1/431001/2020-12/1-02> tsu:refPeriod ?period . <id/outcome/example/R1/431001/2020-12/1-01> tsu:refPeriod ?other }
