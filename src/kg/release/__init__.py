"""One build: sources in, one immutable directory out."""
