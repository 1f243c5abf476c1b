# A later edition of the table has a first row too.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT {
  <id/edition/example/R1/2021-03> ?property ?value ;
    tsu:edition "2021-03" ;
    tsu:tableDate "2021-03-31"^^xsd:date
}
WHERE {
  <id/edition/example/R1/2020-12> ?property ?value .
  FILTER (?property NOT IN (tsu:edition, tsu:tableDate))
} ;

DELETE { <id/commission/example/R1/431001/2020-12/2> tsu:rowNumber ?old }
INSERT { <id/commission/example/R1/431001/2020-12/2> tsu:rowNumber 1 }
WHERE { <id/commission/example/R1/431001/2020-12/2> tsu:rowNumber ?old } ;

DELETE { <id/commission/example/R1/431001/2020-12/2> tsu:reportedIn ?old }
INSERT { <id/commission/example/R1/431001/2020-12/2> tsu:reportedIn <id/edition/example/R1/2021-03> }
WHERE { <id/commission/example/R1/431001/2020-12/2> tsu:reportedIn ?old }
