# The government has two areas.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/government/431001> tsu:governs <id/area/430005> }
