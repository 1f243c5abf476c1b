"""What follows from the ontology: whether it is within OWL 2 DL and OWL 2 RL, whether it can be true at all, and which axioms are to blame if not."""
