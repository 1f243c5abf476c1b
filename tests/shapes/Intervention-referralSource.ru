# The intervention has something for the referral source that is no code.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/intervention/example/R1/431001/2020-12/1-1> tsu:referralSource <id/edition/example/R1/2020-12> }
