# The count of each time was changed from 19 to 10; 12 are counted once.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT {
  <id/commission/example/R1/431001/2020-12/1> tsu:hasOutcome <id/outcome/example/R1/431001/2020-12/1-03> .
  <id/outcome/example/R1/431001/2020-12/1-03> ?property ?value .
  <id/outcome/example/R1/431001/2020-12/1-03> tsu:value 12 ;
    tsu:numberOfPersons 12 ;
    tsu:countingMethod <code/counting/jitsu>
}
WHERE {
  <id/outcome/example/R1/431001/2020-12/1-01> ?property ?value .
  FILTER (?property NOT IN (tsu:value, tsu:numberOfPersons, tsu:countingMethod))
} ;

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value ?old ; tsu:numberOfPersons ?old }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value 10 ; tsu:numberOfPersons 10 }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:value ?old }
