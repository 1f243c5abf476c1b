# A passage was moved by one character: it does not begin where the one before ends, and the next does not begin where it ends.
# finds: id/passage/aaaaaaaaaaaa/42-45
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/passage/aaaaaaaaaaaa/42-45#position> oa:start ?start ; oa:end ?end }
INSERT { <id/passage/aaaaaaaaaaaa/42-45#position> oa:start 43 ; oa:end 46 }
WHERE { <id/passage/aaaaaaaaaaaa/42-45#position> oa:start ?start ; oa:end ?end }
