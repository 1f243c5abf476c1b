"""SHACL over the graph: what breaks a shape stops the build and names its cell."""
