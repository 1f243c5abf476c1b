# The day of the change is a year only.
BASE <https://w3id.org/tsunagi/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/change/2012-04-01-432016> dcterms:date ?old }
INSERT { <id/change/2012-04-01-432016> dcterms:date "2012"^^xsd:gYear }
WHERE { <id/change/2012-04-01-432016> dcterms:date ?old }
