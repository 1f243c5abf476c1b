# The figure is of no data set.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

DELETE { <id/population/430005/2020-10-01> qb:dataSet ?old }
WHERE { <id/population/430005/2020-10-01> qb:dataSet ?old }
