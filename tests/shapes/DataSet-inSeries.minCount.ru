# The data set is of no series.
BASE <https://w3id.org/tsunagi/>
PREFIX dcat: <http://www.w3.org/ns/dcat#>

DELETE WHERE { <id/dataset/outcomes-persons> dcat:inSeries ?any }
