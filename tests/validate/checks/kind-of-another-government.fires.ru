# The project of a city is said to be of a prefecture.
# finds: id/project/example/R1/431001
BASE <https://w3id.org/tsunagi/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/project/example/R1/431001> tsu:municipalityKind ?kind }
INSERT { <id/project/example/R1/431001> tsu:municipalityKind <code/municipality-kind/prefecture> }
WHERE { <id/project/example/R1/431001> tsu:municipalityKind ?kind }
;
INSERT DATA { <code/municipality-kind/prefecture> skos:prefLabel "都道府県"@ja , "prefecture"@en }
