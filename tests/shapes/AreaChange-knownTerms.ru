# It has a property of this vocabulary that is of something else.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/change/2012-04-01-432016> tsu:areaCode "432016" }
