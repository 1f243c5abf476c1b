"""OWL: what follows from the ontology and the data (RL), why, and whether the ontology contradicts itself (DL)."""
