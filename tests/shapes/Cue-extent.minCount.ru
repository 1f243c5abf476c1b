# The cue has no extent.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE DATA { <id/cue/commission/example/R1/431001/2020-12/1/contractorKind/settlement-support-center> tsu:extent <id/cue/commission/example/R1/431001/2020-12/1/contractorKind/settlement-support-center#position> }
