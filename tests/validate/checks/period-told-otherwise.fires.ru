# The figure is as of a month before the end of its reference period.
# finds: id/outcome/example/R1/431001/2020-12/1-01
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?date }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf "2020-11-30"^^xsd:date }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:asOf ?date }
