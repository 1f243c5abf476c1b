# The label of a result has another figure.
# finds: id/outcome/example/R1/431001/2020-12/1-01
BASE <https://w3id.org/tsunagi/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> rdfs:label "熊本市 支援人数 19人"@ja }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> rdfs:label "熊本市 支援人数 20人"@ja }
WHERE {}
