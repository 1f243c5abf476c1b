"""Records -> quads, each in its graph. The only place that mints IRIs."""
