# A passage holds the last character of the one before it too.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/passage/aaaaaaaaaaaa/45-46#position> oa:start ?old }
INSERT { <id/passage/aaaaaaaaaaaa/45-46#position> oa:start 44 }
WHERE { <id/passage/aaaaaaaaaaaa/45-46#position> oa:start ?old } ;

DELETE { <id/passage/aaaaaaaaaaaa/45-46#quote> oa:exact ?old }
INSERT { <id/passage/aaaaaaaaaaaa/45-46#quote> oa:exact "市\t" }
WHERE { <id/passage/aaaaaaaaaaaa/45-46#quote> oa:exact ?old }
