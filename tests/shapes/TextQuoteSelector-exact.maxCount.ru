# The quote has two texts.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA { <id/passage/aaaaaaaaaaaa/134-136#quote> oa:exact "別の文字" }
