"""Views of the graph as nodes and edges, and the formats in which programs for networks read them."""
