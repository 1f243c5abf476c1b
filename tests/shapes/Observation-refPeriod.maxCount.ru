# The observation has two periods.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-01> tsu:refPeriod <id/period/FY2019> }
