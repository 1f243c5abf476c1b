# The quote of a result has another figure than the passage that it was read from.
# finds: id/outcome/example/R1/431001/2020-12/1-01
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote ?quote }
INSERT { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote "支援人数 延べ18人" }
WHERE { <id/outcome/example/R1/431001/2020-12/1-01> tsu:quote ?quote }
