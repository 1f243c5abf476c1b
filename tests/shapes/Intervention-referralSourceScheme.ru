# The intervention has a code for the referral source that is of another code list.
BASE <https://w3id.org/tsunagi/>
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>

INSERT DATA { <id/intervention/example/R1/431001/2020-12/1-1> tsu:referralSource <code/measure/persons> }
