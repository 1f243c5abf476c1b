# What was read is longer than the unit (2日間), has another width or a break in it.
BASE <https://w3id.org/tsunagi/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

DELETE { <id/passage/aaaaaaaaaaaa/136-137#quote> oa:exact "人" . <id/department/431001/福祉課> tsu:departmentOf ?any }
INSERT { <id/passage/aaaaaaaaaaaa/136-137#quote> oa:exact "人\n間" . <id/department/431001/福祉課> tsu:departmentOf ?any }
WHERE { <id/department/431001/福祉課> tsu:departmentOf ?any }
