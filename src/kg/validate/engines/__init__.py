"""SHACL engines behind one port."""
