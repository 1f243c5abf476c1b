# The cue has two extents.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/cue/commission/example/R1/431001/2020-12/1/contractorKind/settlement-support-center> tsu:extent <id/passage/aaaaaaaaaaaa/46-49#position> }
