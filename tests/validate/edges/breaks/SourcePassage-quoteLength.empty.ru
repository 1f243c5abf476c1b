# The position of two characters is empty.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/passage/aaaaaaaaaaaa/132-134#position> oa:end ?old }
INSERT { <id/passage/aaaaaaaaaaaa/132-134#position> oa:end 132 }
WHERE { <id/passage/aaaaaaaaaaaa/132-134#position> oa:end ?old }
