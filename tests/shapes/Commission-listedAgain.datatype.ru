# What the commission has as remark of listing again is given as text.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/commission/example/R1/431001/2020-12/2> tsu:listedAgain ?old }
INSERT { <id/commission/example/R1/431001/2020-12/2> tsu:listedAgain "再掲" }
WHERE { <id/commission/example/R1/431001/2020-12/2> tsu:listedAgain ?old }
