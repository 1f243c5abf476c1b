# The passage has a second position.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA { <id/passage/aaaaaaaaaaaa/134-136> oa:hasSelector <id/passage/aaaaaaaaaaaa/42-45#position> }
