# The government is its own contractor.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/commission/example/R1/431001/2020-12/3> tsu:contractor <id/government/431001> . <id/government/431001> tsu:wasReadFrom <id/passage/aaaaaaaaaaaa/230-231> }
