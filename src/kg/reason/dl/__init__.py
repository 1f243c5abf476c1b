"""OWL 2 DL: whether an ontology is within the profiles DL and RL, whether it can be true at all, and which axioms are to blame if not."""
