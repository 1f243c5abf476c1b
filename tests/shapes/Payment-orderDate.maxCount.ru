# The payment has a second day of its contract.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { <id/payment/example/2019-A-1> tsu:orderDate "2019-04-02"^^xsd:date }
