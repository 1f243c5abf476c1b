# The change has no day.
BASE <https://w3id.org/tsunagi/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE { <id/change/2012-04-01-432016> dcterms:date ?old }
WHERE { <id/change/2012-04-01-432016> dcterms:date ?old }
