"""Records -> IRIs and the rows of the published tables. The only place that mints IRIs."""
