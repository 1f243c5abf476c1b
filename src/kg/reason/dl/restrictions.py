"""The restrictions of OWL 2 DL and OWL 2 RL that ``profile`` checks, as a table: name, where W3C says it, what is wrong in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import Message

_SYNTAX = "https://www.w3.org/TR/owl2-syntax/#"
_MAPPING = "https://www.w3.org/TR/owl2-mapping-to-rdf/#"
_PROFILES = "https://www.w3.org/TR/owl2-profiles/#"
_GLOBAL = f"{_SYNTAX}The_Restrictions_on_the_Axiom_Closure"
_TYPING = f"{_SYNTAX}Typing_Constraints_of_OWL_2_DL"
_READING = f"{_MAPPING}Mapping_from_RDF_Graphs_to_the_Structural_Specification"


@dataclass(frozen=True, slots=True)
class Restriction:
    """One restriction: its name begins with the profile, ``section`` is the address of W3C's text."""

    id: str
    section: str
    message: Message

    @property
    def profile(self) -> str:
        """``dl`` or ``rl``."""
        return self.id[:2]


_DL = (
    # names
    ("dl-undeclared-class", _TYPING, "宣言されていないクラスです。", "a class without declaration (owl:Class)"),
    ("dl-undeclared-datatype", _TYPING, "宣言されていないデータ型です。", "a datatype without declaration (rdfs:Datatype)"),
    (
        "dl-undeclared-property",
        _TYPING,
        "宣言されていないプロパティです。",
        "a property without declaration (owl:ObjectProperty, owl:DatatypeProperty or owl:AnnotationProperty)",
    ),
    ("dl-property-kind", _TYPING, "プロパティの種類が使い方と合いません。", "a property is declared as another sort than it is used as"),
    ("dl-punned-property", _TYPING, "一つの名前が二種類のプロパティを兼ねています。", "one name stands for two sorts of property"),
    ("dl-punned-class-datatype", _TYPING, "一つの名前がクラスとデータ型を兼ねています。", "one name stands for a class and a datatype"),
    (
        "dl-reserved-class",
        f"{_SYNTAX}Classes",
        "予約語をクラスとして使っています。",
        "a word of the reserved vocabulary is used as a class",
    ),
    (
        "dl-reserved-property",
        f"{_SYNTAX}Object_Properties",
        "予約語をプロパティとして使っています。",
        "a word of the reserved vocabulary is used as a property",
    ),
    (
        "dl-reserved-individual",
        f"{_SYNTAX}Named_Individuals",
        "予約語を個体として使っています。",
        "a word of the reserved vocabulary is used as an individual",
    ),
    (
        "dl-ontology-iri",
        f"{_SYNTAX}Ontology_IRI_and_Version_IRI",
        "オントロジーまたは版の IRI が予約語です。",
        "the IRI of the ontology or of its version is of the reserved vocabulary",
    ),
    (
        "dl-version-iri",
        f"{_SYNTAX}Ontology_IRI_and_Version_IRI",
        "版の IRI は、IRI のあるオントロジーに一つまでです。",
        "only an ontology with an IRI may have a version IRI, and only one",
    ),
    # datatypes and literals
    (
        "dl-datatype-map",
        f"{_SYNTAX}Datatype_Maps",
        "OWL 2 のデータ型ではありません（xsd:date、xsd:gYear など）。値域に置かず、SHACL で確かめてください。",
        "not a datatype of OWL 2 (such as xsd:date or xsd:gYear); leave the range out and check the values with SHACL",
    ),
    ("dl-datatype-undefined", _GLOBAL, "データ型の定義がありません。", "a datatype without definition"),
    ("dl-datatype-defined-twice", _GLOBAL, "データ型の定義が二つあります。", "a datatype with two definitions"),
    ("dl-datatype-cycle", _GLOBAL, "データ型が自分自身によって定義されています。", "a datatype that is defined by itself"),
    (
        "dl-literal-lexical",
        f"{_SYNTAX}Literals",
        "リテラルの文字がそのデータ型の形ではありません。",
        "a literal that its datatype does not have",
    ),
    ("dl-facet", f"{_SYNTAX}Datatype_Restrictions", "そのデータ型にはない制約ファセットです。", "a facet that the datatype does not have"),
    # the shape of axioms
    (
        "dl-malformed-expression",
        _READING,
        "クラス式、データ範囲またはプロパティ式として読めません。",
        "not readable as a class expression, data range or property expression",
    ),
    ("dl-malformed-axiom", _READING, "公理として読めません。", "not readable as an axiom"),
    ("dl-unread", _READING, "OWL の語彙を使っていますが、どの公理の一部でもありません。", "uses OWL's vocabulary but is part of no axiom"),
    (
        "dl-cardinality",
        f"{_SYNTAX}Object_Property_Cardinality_Restrictions",
        "個数が xsd:nonNegativeInteger の整数ではありません。",
        "the number of a cardinality is no xsd:nonNegativeInteger",
    ),
    ("dl-key-empty", f"{_SYNTAX}Keys", "キーにプロパティがありません。", "a key without properties"),
    ("dl-chain-length", f"{_SYNTAX}Object_Subproperties", "プロパティ連鎖の長さが2に足りません。", "a property chain of fewer than two"),
    # global restrictions
    (
        "dl-top-data-property",
        _GLOBAL,
        "owl:topDataProperty は上位プロパティとしてだけ使えます。",
        "owl:topDataProperty may only stand as a super-property",
    ),
    *(
        (
            f"dl-simple-{name}",
            _GLOBAL,
            f"推移的なもの、連鎖で定義したものとその上位のプロパティは{ja}。",
            f"a property that is transitive or defined by a chain, or lies above one, {en}",
        )
        for name, ja, en in (
            ("cardinality", "個数の制限に使えません", "must not stand in a cardinality restriction"),
            ("self", "hasSelf に使えません", "must not stand in a self restriction"),
            ("functional", "関数的にできません", "cannot be functional"),
            ("inverse-functional", "逆関数的にできません", "cannot be inverse functional"),
            ("irreflexive", "非反射的にできません", "cannot be irreflexive"),
            ("asymmetric", "非対称にできません", "cannot be asymmetric"),
            ("disjoint", "互いに素にできません", "cannot be disjoint with another"),
        )
    ),
    (
        "dl-chain-regular",
        _GLOBAL,
        "プロパティ連鎖が循環しています。",
        "property chains that run in a circle: a part of the chain lies above the property that it defines",
    ),
    (
        "dl-anonymous-individual",
        _GLOBAL,
        "ここには無名の個体（空白ノード）を置けません。",
        "an anonymous individual (blank node) must not stand here",
    ),
    ("dl-anonymous-cycle", _GLOBAL, "無名の個体が輪になっています。", "anonymous individuals that form a circle"),
    (
        "dl-anonymous-root",
        _GLOBAL,
        "つながった無名の個体のうち、名前のある個体と結べるのは一つだけです。",
        "of anonymous individuals that hang together only one may be related to named ones",
    ),
)

_POSITIONS = {
    "subclass": ("下位の側のクラス式", "on the subclass side"),
    "superclass": ("上位の側のクラス式", "on the superclass side"),
    "equivalent": ("同値なクラス式", "in an equivalence of classes"),
}
_CONSTRUCTORS = {
    "thing": ("owl:Thing", "owl:Thing"), "union": ("和（or）", "a union (or)"), "complement": ("否定（not）", "a complement (not)"),
    "one-of": ("列挙", "an enumeration"), "some": ("存在（some）", "an existential restriction (some)"),
    "only": ("全称（only）", "a universal restriction (only)"), "self": ("hasSelf", "a self restriction"),
    "min": ("最小個数（min）", "a minimum cardinality (min)"), "max": ("最大個数（max）", "a maximum cardinality (max)"),
    "exactly": ("個数（exactly）", "an exact cardinality (exactly)"),
}  # fmt: skip

NOT_IN_RL = {
    "subclass": ("thing", "complement", "only", "self", "min", "max", "exactly"),
    "superclass": ("thing", "union", "one-of", "some", "self", "min", "max", "exactly"),
    "equivalent": ("thing", "union", "complement", "one-of", "some", "only", "self", "min", "max", "exactly"),
}
"""What each position excludes (OWL 2 Profiles, section 4.2.3); as a superclass ``max`` 0 and 1 are allowed."""

_RL = (
    *(
        (
            f"rl-{position}-{constructor}",
            f"{_PROFILES}Class_Expressions_3",
            f"{_CONSTRUCTORS[constructor][0]}は、{_POSITIONS[position][0]}として OWL 2 RL では使えません。",
            f"OWL 2 RL does not allow {_CONSTRUCTORS[constructor][1]} {_POSITIONS[position][1]}",
        )
        for position, constructors in NOT_IN_RL.items()
        for constructor in constructors
    ),
    *(
        (f"rl-range-{name}", f"{_PROFILES}Data_Ranges_3", f"OWL 2 RL のデータ範囲に{ja}は使えません。", f"OWL 2 RL does not allow {en} as a data range")
        for name, ja, en in (
            ("union", "和（or）", "a union"),
            ("complement", "否定（not）", "a complement"),
            ("one-of", "値の列挙", "an enumeration of values"),
            ("facet", "ファセットによる制限", "a datatype with facets"),
        )
    ),
    ("rl-datatype", f"{_PROFILES}Entities_3", "owl:real と owl:rational は OWL 2 RL のデータ型ではありません。", "OWL 2 RL has neither owl:real nor owl:rational"),
    ("rl-top-bottom-property", f"{_PROFILES}Entities_3", "全体プロパティと空プロパティは OWL 2 RL では使えません。", "OWL 2 RL has no top and bottom properties"),
    ("rl-disjoint-union", f"{_PROFILES}Axioms_3", "DisjointUnion は OWL 2 RL では使えません。", "OWL 2 RL has no DisjointUnion"),
    ("rl-reflexive", f"{_PROFILES}Axioms_3", "反射的なプロパティは OWL 2 RL では使えません。", "OWL 2 RL has no reflexive properties"),
)  # fmt: skip

RESTRICTIONS = {name: Restriction(name, section, Message(ja, en)) for name, section, ja, en in (*_DL, *_RL)}
"""All restrictions by name."""
