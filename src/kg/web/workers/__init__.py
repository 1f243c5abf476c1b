"""Processes that answer queries, one at a time each, and whoever gives them work and ends them. The process itself is ``process``."""
