"""The words of the documentation itself, in Japanese and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS = {
    # kinds of terms
    "class": ("クラス", "class"),
    "object-property": ("関係のプロパティ", "object property"),
    "datatype-property": ("値のプロパティ", "datatype property"),
    "annotation-property": ("注釈のプロパティ", "annotation property"),
    "property": ("プロパティ", "property"),
    "datatype": ("データ型", "datatype"),
    "individual": ("個体", "individual"),
    "class*": ("クラス", "Classes"),
    "object-property*": ("関係のプロパティ", "Object properties"),
    "datatype-property*": ("値のプロパティ", "Datatype properties"),
    "annotation-property*": ("注釈のプロパティ", "Annotation properties"),
    "property*": ("プロパティ", "Properties"),
    "datatype*": ("データ型", "Datatypes"),
    "individual*": ("個体", "Individuals"),
    # characteristics (OWL 2 Structural Specification, section 9.2)
    "FunctionalProperty": ("関数的（値は一つまで）", "functional (at most one value)"),
    "InverseFunctionalProperty": ("逆関数的（値から主語が一つに決まる）", "inverse functional (a value has at most one subject)"),
    "TransitiveProperty": ("推移的", "transitive"),
    "SymmetricProperty": ("対称的", "symmetric"),
    "AsymmetricProperty": ("非対称的", "asymmetric"),
    "ReflexiveProperty": ("反射的", "reflexive"),
    "IrreflexiveProperty": ("非反射的", "irreflexive"),
    "DeprecatedClass": ("廃止予定", "deprecated"),
    "DeprecatedProperty": ("廃止予定", "deprecated"),
    # what an entry says
    "iri": ("IRI", "IRI"),
    "alternatives": ("別名", "Also called"),
    "definition": ("定義", "Definition"),
    "note": ("使い方の注意", "Scope note"),
    "example": ("例", "Example"),
    "source": ("出所", "Source"),
    "characteristics": ("性質", "Characteristics"),
    "type": ("属するクラス", "Instance of"),
    "equivalent": ("同値な定義", "Equivalent to"),
    "necessary": ("必ず満たす条件", "Always satisfies"),
    "sufficient": ("満たせば属する条件", "Holds for whatever satisfies"),
    "super": ("上位", "Narrower than"),
    "sub": ("下位", "Broader than"),
    "disjoint": ("重ならないもの", "Disjoint with"),
    "union": ("重ならない下位に分かれる", "Disjoint union of"),
    "key": ("個体を決めるキー", "Key"),
    "domain": ("主語のクラス", "Domain"),
    "range": ("値の範囲", "Range"),
    "inverse": ("逆", "Inverse"),
    "chain": ("連鎖から導かれる", "Follows from the chain"),
    "domain-of": ("もつプロパティ", "Has the properties"),
    "inherited": ("受け継ぐプロパティ", "Inherits the properties"),
    "range-of": ("値とするプロパティ", "Is the range of"),
    "mentioned": ("使われている所", "Used in the meaning of"),
    "alignments": ("他の語彙との対応", "Other vocabularies"),
    "broader": ("上位の項目", "Broader"),
    "narrower": ("下位の項目", "Narrower"),
    "notation": ("符号", "Notation"),
    "matches": ("対応する項目", "Matches"),
    # header
    "version": ("版", "Version"),
    "versionIRI": ("この版の IRI", "This version"),
    "priorVersion": ("前の版", "Previous version"),
    "license": ("利用条件", "Licence"),
    "rights": ("権利", "Rights"),
    "creator": ("作成者", "Creators"),
    "contributor": ("協力者", "Contributors"),
    "publisher": ("公開者", "Publisher"),
    "created": ("作成日", "Created"),
    "issued": ("公開日", "Issued"),
    "modified": ("更新日", "Modified"),
    "prefix": ("接頭辞", "Prefix"),
    "namespace": ("名前空間", "Namespace"),
    "bibliographicCitation": ("引用のしかた", "How to cite"),
    "imports": ("取り込む語彙", "Imports"),
    "languages": ("言語", "Languages"),
    "status": ("状態", "Status"),
    "changelog": ("変更履歴", "Changes"),
    # pages
    "reference": ("語彙の手引き", "Reference"),
    "ontology": ("オントロジー", "Ontology"),
    "codes": ("コードリスト", "Code lists"),
    "contents": ("目次", "Contents"),
    "skip": ("本文へ", "Skip to the text"),
    "language": ("English", "日本語"),
    "overview": ("全体図", "Overview"),
    "about": ("この語彙について", "About this vocabulary"),
    "modules": ("分野", "Modules"),
    "elsewhere": ("分野に属さない語", "Terms outside the modules"),
    "files": ("ファイル", "Files"),
    "context": ("JSON-LD コンテキスト", "JSON-LD context"),
    "index": ("語の一覧", "All terms"),
    "see-diagram": ("図だけを開く", "Open the diagram alone"),
    "diagram": ("図", "Diagram"),
    "terms": ("語", "terms"),
    "lists": ("リスト", "lists"),
    "concepts": ("項目", "codes"),
    "any": ("主語のクラスを定めないもの", "of any subject"),
    "or": ("または", "or"),
    "context-text": (
        "JSON-LD のデータに添えると、この語彙の語をそのままの名前で書ける。オントロジーから作られる。",
        "Put into JSON-LD data, it lets you write the terms of this vocabulary by their plain names. It is made from the ontology.",
    ),
    "markdown-text": ("同じ内容の Markdown", "The same in Markdown"),
    "legend": (
        "枠はクラス、字下げした名は下位のクラス、小さな行はプロパティ。線は値の属するクラスに至る。破線は他の事実から導かれるもの、薄い枠は他の分野のクラス。「⇄」の後ろは逆のプロパティ。",
        "Boxes are classes, with narrower classes indented and properties in small rows. A line leads to the class of the values; dashed lines are inferred from other facts, pale boxes belong to other modules. A name after ⇄ is the inverse.",
    ),
}


def words(language: str) -> Callable[[str], str]:
    """A function from keys to words of ``language``; a key without a word stands for itself."""
    index = ("ja", "en").index(language)
    return lambda key: _WORDS[key][index] if key in _WORDS else key
