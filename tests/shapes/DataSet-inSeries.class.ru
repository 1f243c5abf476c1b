# What the data set has as series is a programme.
BASE <https://w3id.org/tsunagi/>
PREFIX dcat: <http://www.w3.org/ns/dcat#>

DELETE { <id/dataset/outcomes-persons> dcat:inSeries ?old }
INSERT { <id/dataset/outcomes-persons> dcat:inSeries <id/programme/example> }
WHERE { <id/dataset/outcomes-persons> dcat:inSeries ?old }
