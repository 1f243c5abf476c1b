"""Write the derived tables of data/ again. Their sums in data/README.md are then to be changed, too."""

from kg import resources
from tests.conftest import SHARED
from tests.reference.tables import derived

for name, text in derived(SHARED / "data").items():
    (resources.path("data") / name).write_text(text, encoding="utf-8")
