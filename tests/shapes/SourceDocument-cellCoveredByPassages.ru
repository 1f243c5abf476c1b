# The first character of a cell is in no passage.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5#position> oa:start ?start ; oa:end ?end }
INSERT { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5#position> oa:start 1 ; oa:end 6 }
WHERE { <id/passage/bbbbbbbbbbbb/Sheet1!D7/0-5#position> oa:start ?start ; oa:end ?end }
