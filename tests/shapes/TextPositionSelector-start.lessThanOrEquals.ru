# What the position has as start comes after its end.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136#position> oa:start ?old }
INSERT { <id/passage/aaaaaaaaaaaa/134-136#position> oa:start 999999 }
WHERE { <id/passage/aaaaaaaaaaaa/134-136#position> oa:start ?old }
