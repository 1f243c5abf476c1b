# The figure is of two data sets.
BASE <https://w3id.org/tsunagi/>
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT DATA { <id/population/430005/2020-10-01> qb:dataSet <id/dataset/outcomes-cases> }
