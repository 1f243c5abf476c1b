# The position has two starts.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA { <id/passage/aaaaaaaaaaaa/134-136#position> oa:start 0 }
