# What the position has as end is no whole number.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136#position> oa:end ?old }
INSERT { <id/passage/aaaaaaaaaaaa/134-136#position> oa:end "136"^^xsd:decimal }
WHERE { <id/passage/aaaaaaaaaaaa/134-136#position> oa:end ?old }
