# The city is the same as something elsewhere.
BASE <https://w3id.org/tsunagi/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>

INSERT DATA { <id/government/431001> owl:sameAs <https://example.org/kumamoto> }
