# The cue has a second position.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA { <id/cue/intervention/example/R1/431001/2020-12/1-1/interventionType/welfare-coordination> oa:hasSelector <id/passage/aaaaaaaaaaaa/42-45#position> }
