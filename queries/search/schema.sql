-- The index of a release. name and name_en are title and title_en made comparable; words holds tokens, not texts (content='').
CREATE TABLE entry (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_en TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, title_en TEXT NOT NULL,
  government TEXT NOT NULL, contractor TEXT NOT NULL, text TEXT NOT NULL, text_en TEXT NOT NULL, types TEXT NOT NULL, targets TEXT NOT NULL,
  value TEXT NOT NULL, unit TEXT NOT NULL, counting TEXT NOT NULL, approximate TEXT NOT NULL, as_of TEXT NOT NULL, period TEXT NOT NULL,
  status TEXT NOT NULL, iri TEXT NOT NULL
);
CREATE TABLE facet (name TEXT NOT NULL, value TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (name, value, entry)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (title, text, further, content='', tokenize="unicode61 remove_diacritics 0");
CREATE INDEX facet_of_entry ON facet (entry, name, value);
