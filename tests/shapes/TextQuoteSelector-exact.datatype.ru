# What the quote has as text is tagged with a language.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE { <id/passage/aaaaaaaaaaaa/134-136#quote> oa:exact ?old }
INSERT { <id/passage/aaaaaaaaaaaa/134-136#quote> oa:exact "見本"@ja }
WHERE { <id/passage/aaaaaaaaaaaa/134-136#quote> oa:exact ?old }
