# The quote of a passage lacks a character.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/passage/aaaaaaaaaaaa/132-134#quote> oa:exact ?old }
INSERT { <id/passage/aaaaaaaaaaaa/132-134#quote> oa:exact "延" }
WHERE { <id/passage/aaaaaaaaaaaa/132-134#quote> oa:exact ?old }
