# It has a property of something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/intervention/example/R1/431001/2020-12/1-1> tsu:number "1" }
