"""Names -> identifiers, with evidence: exact and unique only is accepted, the rest waits for a person."""
