# The quote has no text.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE WHERE { <id/passage/aaaaaaaaaaaa/134-136#quote> oa:exact ?any }
