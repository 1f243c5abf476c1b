"""When a node breaks a shape, said in SPARQL: one ``Broken`` for each constraint (SHACL, section 4)."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from rdflib import RDF, SH, URIRef

from kg.errors import VocabularyError
from kg.validate.engines.store.paths import path_steps, path_text
from kg.validate.engines.store.values import SIMPLE, broken_in, broken_language, broken_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rdflib.term import Node

    from kg.validate.engines.store.shapes import ShapesGraph


@dataclass(frozen=True, slots=True)
class Seen:
    """A broken constraint as one step along a property shows it: ``step`` leads to a value, or to none where one is ``missing``."""

    step: str
    condition: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Broken:
    """What holds where a node breaks a constraint: a pattern, if any, and a condition on it.

    ``value`` is the variable that holds the value at fault, empty where something is missing; ``path`` the variable of the path where it is not
    that of the shape. ``seen`` says the same of one step, where it can be said so.
    """

    component: str
    condition: str
    pattern: str = ""
    value: str = ""
    path: str = ""
    seen: Seen | None = None

    def expression(self) -> str:
        """The same as one SPARQL expression."""
        if not self.pattern:
            return f"({self.condition})"
        return f"EXISTS {{ {self.pattern} {_filter(self.condition)} }}"

    def solutions(self) -> str:
        """The same as a group graph pattern."""
        return f"{self.pattern} {_filter(self.condition)}"


def _filter(condition: str) -> str:
    return f"FILTER({condition})" if condition else ""


def any_seen(broken: Iterable[Broken]) -> str:
    """A group graph pattern with solutions where a node breaks one of the constraints of a shape that one step shows."""
    seen = [one.seen for one in broken if one.seen]
    step = f"OPTIONAL {{ {seen[0].step} }}" if any(one.missing for one in seen) else seen[0].step
    return f"{step} {_filter(' || '.join(one.condition for one in seen))}"


class Conditions:
    """Writes the conditions of the shapes of a graph; ``classes`` gives a class with those below it whose members have to be sought there."""

    def __init__(self, shapes: ShapesGraph, classes: Callable[[Node], list[str]]) -> None:
        self._shapes = shapes
        self._classes = classes
        self._numbers = itertools.count()

    def fresh(self) -> str:
        """A variable that stands nowhere else."""
        return f"?v{next(self._numbers)}"

    def path_of(self, shape: Node) -> str:
        """Path of a property shape, empty for a node shape."""
        path = self._shapes.value(shape, SH.path)
        return "" if path is None else path_text(self._shapes.graph, path)

    def _is_step(self, shape: Node) -> bool:
        """Whether the path of ``shape`` is one property."""
        return isinstance(self._shapes.value(shape, SH.path), URIRef)

    def _reached(self, shape: Node, node: str, end: str, condition: str = "") -> str:
        """An expression that is true where the path of ``shape`` leads from ``node`` to ``end``, of which ``condition`` holds.

        Step within step: the engine does not know, when it puts the parts of an EXISTS in order, that ``node`` is bound, and would begin at
        the far end.
        """
        *before, last = path_steps(self._shapes.graph, self._shapes.value(shape, SH.path) or SH.path)
        nodes = [node, *(self.fresh() for _ in before)]
        expression = f"EXISTS {{ {nodes[-1]} {last} {end} . {_filter(condition)} }}"
        for step, at, to in reversed(list(zip(before, nodes, nodes[1:], strict=False))):
            expression = f"EXISTS {{ {at} {step} {to} . {_filter(expression)} }}"
        return expression

    def conforms(self, shape: Node, node: str) -> str:
        """An expression that is true where ``node`` conforms to ``shape``."""
        if not self._shapes.active(shape):
            return "true"
        if (shape, SH.sparql, None) in self._shapes.graph:
            raise VocabularyError(
                "sh:sparql をもつ形は、他の形の中では使えません。",
                "a shape with sh:sparql cannot stand within another shape",
                where=str(shape),
            )
        broken = [*self.broken(shape, node), *self._properties(shape, node)]
        return "(" + (" && ".join(f"!{entry.expression()}" for entry in broken) or "true") + ")"

    def broken(self, shape: Node, node: str) -> Iterator[Broken]:
        """All constraints of the shape but those in SPARQL and those of its property shapes, at the node ``node``."""
        path = self.path_of(shape)
        value = self.fresh()
        yield from self._of_each_value(shape, node, path, value)
        if path:
            yield from self._of_cardinality(shape, node, path, value)
        yield from self._of_pairs(shape, node, path)
        yield from self._has_value(shape, node, path)
        yield from self._closed(shape, node)

    def _properties(self, shape: Node, node: str) -> Iterator[Broken]:
        for part in self._shapes.values(shape, SH.property):
            yield self._at_values("Property", node, "", partial(self._differs, part))

    def _differs(self, shape: Node, node: str) -> str:
        return f"!{self.conforms(shape, node)}"

    # -- one value -----------------------------------------------------------------------------------------------------------------------

    def _at_values(self, component: str, node: str, path: str, condition: Callable[[str], str]) -> Broken:
        if not path:
            return Broken(component, condition(node), value=node)
        value = self.fresh()
        return Broken(component, condition(value), f"{node} {path} {value} .", value)

    def _of_each_value(self, shape: Node, node: str, path: str, value: str) -> Iterator[Broken]:
        for component, condition in self._value_conditions(shape):
            if self._is_step(shape):
                step, text = f"{node} {path} {value} .", condition(value)
                yield Broken(component, text, step, value, seen=Seen(step, text))
            else:
                yield self._at_values(component, node, path, condition)

    def _value_conditions(self, shape: Node) -> Iterator[tuple[str, Callable[[str], str]]]:
        shapes = self._shapes
        for parameter, (component, condition) in SIMPLE.items():
            for bound in shapes.values(shape, parameter):
                yield component, partial(condition, bound)
        for wanted in shapes.values(shape, SH["class"]):
            yield "Class", partial(self._no_instance, wanted)
        for pattern in shapes.values(shape, SH.pattern):
            yield "Pattern", partial(broken_pattern, pattern, str(shapes.value(shape, SH.flags) or ""))
        for listed in shapes.values(shape, SH.languageIn):
            yield "LanguageIn", partial(broken_language, shapes.members(listed))
        for listed in shapes.values(shape, SH["in"]):
            yield "In", partial(broken_in, shapes.members(listed))
        yield from self._logical(shape)

    def _logical(self, shape: Node) -> Iterator[tuple[str, Callable[[str], str]]]:
        shapes = self._shapes
        for other in shapes.values(shape, SH["not"]):
            yield "Not", partial(self.conforms, other)
        for other in shapes.values(shape, SH.node):
            yield "Node", partial(self._differs, other)
        for name, component, condition in (("and", "And", self._not_all), ("or", "Or", self._none), ("xone", "Xone", self._not_one)):
            for listed in shapes.values(shape, SH[name]):
                yield component, partial(condition, shapes.members(listed))

    def _not_all(self, members: list[Node], value: str) -> str:
        return f"!({' && '.join(self.conforms(member, value) for member in members)})"

    def _none(self, members: list[Node], value: str) -> str:
        return f"!({' || '.join(self.conforms(member, value) for member in members)})"

    def _not_one(self, members: list[Node], value: str) -> str:
        return f"({' + '.join(f'IF({self.conforms(member, value)}, 1, 0)' for member in members)}) != 1"

    def _no_instance(self, wanted: Node, value: str) -> str:
        classes = self._classes(wanted)
        if len(classes) == 1:
            return f"NOT EXISTS {{ {value} <{RDF.type}> {classes[0]} }}"
        found = self.fresh()
        return f"NOT EXISTS {{ {value} <{RDF.type}> {found} FILTER({found} IN ({', '.join(classes)})) }}"

    # -- their number --------------------------------------------------------------------------------------------------------------------

    def _fewer(self, component: str, shape: Node, node: str, least: int, condition: Callable[[str], str]) -> Broken:
        """Not so many different values that meet ``condition``."""
        if least == 1:
            value = self.fresh()
            return Broken(component, f"!{self._reached(shape, node, value, condition(value))}")
        pattern, different = self._several(node, self.path_of(shape), least, condition)
        return Broken(component, f"NOT EXISTS {{ {pattern} {_filter(different)} }}")

    def _more(self, component: str, shape: Node, node: str, most: int, condition: Callable[[str], str]) -> Broken:
        """More different values that meet ``condition``."""
        if most == 0:
            value = self.fresh()
            return Broken(component, self._reached(shape, node, value, condition(value)))
        pattern, different = self._several(node, self.path_of(shape), most + 1, condition)
        return Broken(component, different, pattern)

    def _several(self, node: str, path: str, count: int, condition: Callable[[str], str]) -> tuple[str, str]:
        """A pattern, and when it holds, that have a solution where ``count`` different values meet ``condition``."""
        values = [self.fresh() for _ in range(count)]
        conditions = [f"!sameTerm({one}, {other})" for one, other in itertools.combinations(values, 2)]
        conditions += [text for value in values if (text := condition(value))]
        return " ".join(f"{node} {path} {value} ." for value in values), " && ".join(conditions)

    def _of_cardinality(self, shape: Node, node: str, path: str, value: str) -> Iterator[Broken]:
        shapes = self._shapes
        step = f"{node} {path} {value} ." if self._is_step(shape) else ""
        for least in shapes.values(shape, SH.minCount):
            if int(str(least)) > 0:
                seen = Seen(step, f"!BOUND({value})", missing=True) if step and int(str(least)) == 1 else None
                yield replace(self._fewer("MinCount", shape, node, int(str(least)), _any), seen=seen)
        for most in shapes.values(shape, SH.maxCount):
            other = self.fresh()
            second = f"EXISTS {{ {node} {path} {other} . FILTER(!sameTerm({value}, {other})) }}"
            seen = Seen(step, second) if step and int(str(most)) == 1 else None
            yield replace(self._more("MaxCount", shape, node, int(str(most)), _any), seen=seen)
        for qualified in self._shapes.values(shape, SH.qualifiedValueShape):
            yield from self._qualified(shape, qualified, node)
        if str(shapes.value(shape, SH.uniqueLang)) == "true":  # "1" means nothing here (section 4.4.5)
            one, other = self.fresh(), self.fresh()
            same = f'!sameTerm({one}, {other}) && LANG({one}) != "" && LCASE(LANG({one})) = LCASE(LANG({other}))'
            yield Broken("UniqueLang", f"EXISTS {{ {node} {path} {one} . {node} {path} {other} . FILTER({same}) }}")

    def _qualified(self, shape: Node, qualified: Node, node: str) -> Iterator[Broken]:
        shapes = self._shapes
        others = shapes.siblings(shape) if str(shapes.value(shape, SH.qualifiedValueShapesDisjoint)) in ("true", "1") else []

        def counted(value: str) -> str:
            return " && ".join([self.conforms(qualified, value), *(f"!{self.conforms(other, value)}" for other in others)])

        for least in shapes.values(shape, SH.qualifiedMinCount):
            if int(str(least)) > 0:
                yield self._fewer("QualifiedMinCount", shape, node, int(str(least)), counted)
        for most in shapes.values(shape, SH.qualifiedMaxCount):
            yield self._more("QualifiedMaxCount", shape, node, int(str(most)), counted)

    # -- other values of the node --------------------------------------------------------------------------------------------------------

    def _of_pairs(self, shape: Node, node: str, path: str) -> Iterator[Broken]:
        for other in self._shapes.values(shape, SH.equals):
            yield self._at_values("Equals", node, path, partial("NOT EXISTS {{ {0} {1} {2} }}".format, node, other.n3()))
            value = self.fresh()
            missing = f"NOT EXISTS {{ {node} {path} {value} }}" if path else f"!sameTerm({node}, {value})"
            yield Broken("Equals", missing, f"{node} {other.n3()} {value} .", value)
        for other in self._shapes.values(shape, SH.disjoint):
            yield self._at_values("Disjoint", node, path, partial("EXISTS {{ {0} {1} {2} }}".format, node, other.n3()))
        for parameter, component, sign in ((SH.lessThan, "LessThan", "<"), (SH.lessThanOrEquals, "LessThanOrEquals", "<=")):
            for other in self._shapes.values(shape, parameter):
                value, bound = self.fresh(), self.fresh()
                pattern = f"{node} {path} {value} . {node} {other.n3()} {bound} ."
                yield Broken(component, f"!COALESCE({value} {sign} {bound}, false)", pattern, value)

    def _has_value(self, shape: Node, node: str, path: str) -> Iterator[Broken]:
        for wanted in self._shapes.values(shape, SH.hasValue):
            if path:
                yield Broken("HasValue", f"!{self._reached(shape, node, wanted.n3())}")
            else:
                yield Broken("HasValue", f"!sameTerm({node}, {wanted.n3()})")

    def _closed(self, shape: Node, node: str) -> Iterator[Broken]:
        shapes = self._shapes
        if str(shapes.value(shape, SH.closed)) not in ("true", "1"):
            return
        known = {path for part in shapes.values(shape, SH.property) if (path := shapes.value(part, SH.path)) is not None}
        for listed in shapes.values(shape, SH.ignoredProperties):
            known.update(shapes.members(listed))
        used, value = self.fresh(), self.fresh()
        names = sorted(path.n3() for path in known if isinstance(path, URIRef))
        condition = f"{used} NOT IN ({', '.join(names)})" if names else ""
        yield Broken("Closed", condition, f"{node} {used} {value} .", value, used)


def _any(_value: str) -> str:
    return ""
