# The outcome has a property of another vocabulary.
BASE <https://w3id.org/tsunagi/>
PREFIX schema: <https://schema.org/>

INSERT DATA { <id/outcome/example/R1/431001/2020-12/1-01> schema:value 19 }
