"""What an item says: types of intervention, whom it is for, who refers people, which stage of support.

The cues are in ontology/codes/; here is how they are weighed, clause by clause. A clause that holds an activity among professionals or for
the public (a meeting, a training, a leaflet) names support and offenders only as its subject: there, words for support do not count, and
people count only where they are addressed (を対象に, に対し, 向け). In every other clause support is given to the people who are named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.extract.clauses import Clause, clauses, segments
from kg.text.vocabulary import CueMatch, CueRow, code_list

GENERAL = "offenders-general"
"""The group of everyone who has offended, which tells no item from another."""
_NOBODY = "-"
_MEETINGS = {"network-council", "case-conference"}
# Activities that are about their subject, so that 周知 or 理解促進 in them is no campaign.
_AMONG_PROFESSIONALS = {"network-council", "case-conference", "supporter-training", "research-survey"}
_DEFAULT_AUDIENCE = {"supporter-training": "supporters-professionals", "public-awareness": "general-public"}
_ADDRESSED = re.compile(
    r"(?:[等や及並、・び]|その他|など|とその|又は?|若しくは|[一-龥ァ-ヶー々()A-Za-z0-9~のあるし]){0,40}?"
    r"(?:を対象|に対し(?!て?支援を行う者)|に対する(?:研修|講習|説明|周知|助言|勉強)|向け|への(?:周知|説明|配布|配付|浸透|理解|研修|助言)"
    r"|に(?:配布|配付|配る|提供|届け|研修|広く|向けて|伝え|助言)|に(?!対)[^。、]{0,12}?(?:紹介|周知|説明))"
)
_REQUEST = re.compile(
    r"からの相談に応|(?:からの|の|から)?(?:依頼|要請|相談があ|相談に基|相談を受け|紹介を受け|紹介のあ|紹介され|紹介に|情報提供|連絡を受け|連絡によ|連絡に基|申出|申込|申し込|照会|要請のあ|引継ぎを受|推薦|求めに応|寄せられ)"
)
_BOUNDARY = re.compile(r"(?:[しきみいりえてに]|とき|際|ため|は|を|が|ば|として)、|。")


@dataclass
class Understanding:
    """Codes of an item with the cues that decided them, in folded offsets of the item's text."""

    types: list[CueMatch] = field(default_factory=list)
    targets: list[CueMatch] = field(default_factory=list)
    referrers: list[CueMatch] = field(default_factory=list)
    stages: list[CueMatch] = field(default_factory=list)

    @property
    def direct(self) -> bool:
        """Whether people are supported, as against meetings, trainings and leaflets."""
        return any(match.scope in {"support", "programme", "otherwise"} for match in self.types)


def notations(matches: list[CueMatch]) -> tuple[str, ...]:
    """Notations of ``matches``, each once, in their order."""
    return tuple(dict.fromkeys(match.notation for match in matches))


def understand(text: str, tag_stages: tuple[CueMatch, ...] = ()) -> Understanding:
    """Understand folded ``text`` of one item; ``tag_stages`` are the stages of its tag 【入口支援】."""
    result = Understanding()
    for clause in clauses(text):
        types, targets = _read_clause(text, clause)
        result.types += types
        result.targets += targets
    result.targets = _without_general(text, result.targets)
    result.referrers = _referrers(text)
    if not result.types:
        result.types = [CueMatch("reintegration-other", "otherwise", 0, 0)]
    result.types.sort(key=lambda match: match.start)
    result.stages = list(tag_stages) or (code_list("support-stage").find(text) if result.direct else [])
    return result


def _find(name: str, text: str, clause: Clause, *scopes: str) -> list[tuple[CueRow, CueMatch]]:
    """Matches of a code list in one clause, with the rows that they come from."""
    body = text[clause.begin : clause.end]
    return [
        (row, CueMatch(match.notation, match.scope, match.start + clause.begin, match.end + clause.begin))
        for row in code_list(name).rows
        if row.scope in scopes
        for match in row.find(body)
    ]


def _read_clause(text: str, clause: Clause) -> tuple[list[CueMatch], list[CueMatch]]:
    """Types and targets of one clause."""
    audience = _audience(text, clause)
    activities = _for_people(_find("intervention-type", text, clause, "activity"), audience)
    kinds = {match.notation for match in activities}
    supported = _people_supported(text, clause, audience)
    programmes = _for_people(_find("intervention-type", text, clause, "programme"), supported)
    types = activities + programmes + [match for _, match in _find("intervention-type", text, clause, "topic")]
    if kinds <= {"case-conference"}:
        support = [match for _, match in _find("intervention-type", text, clause, "support")]
        types += [match for match in support if not kinds or match.notation != "consultation"]
    purposes = [] if kinds & _AMONG_PROFESSIONALS else [match for _, match in _find("intervention-type", text, clause, "purpose")]
    if not kinds or (programmes and kinds <= {"research-survey"}) or (types and kinds <= {"case-conference"} and _gives(types)):
        targets = supported
    else:
        targets = _people_addressed(text, clause, audience, activities, campaign=bool(purposes))
    if not {match.notation for match in targets} - {"general-public"}:
        types += purposes  # 周知, 理解促進: a campaign, where nobody but the public is addressed
    return types + _by_audience(targets), targets


def _gives(types: list[CueMatch]) -> bool:
    return any(match.scope == "support" for match in types)


def _for_people(found: list[tuple[CueRow, CueMatch]], people: list[CueMatch]) -> list[CueMatch]:
    """Matches of the rows that are for anybody, or for some of these people; the first of two that overlap (ケース「会議を開催」)."""
    groups = {match.notation for match in people} or {_NOBODY}
    chosen = [match for row, match in found if not row.further["audience"] or groups & set(row.further["audience"])]
    return [match for match in chosen if not any(o.start < match.start < o.end and o.notation != match.notation for o in chosen)]


def _audience(text: str, clause: Clause) -> list[CueMatch]:
    """People addressed in a clause; the public and employers are hardly ever named without being addressed."""
    found = _find("target-group", text, clause, "public", "employer", "supporter", "family", "offender")
    return [match for _, match in found if match.scope in {"public", "employer"} or _ADDRESSED.match(text, match.end, clause.end)]


def _people_supported(text: str, clause: Clause, audience: list[CueMatch]) -> list[CueMatch]:
    """Where support is given: every offender and relative named, and whoever else is addressed."""
    named = [match for _, match in _find("target-group", text, clause, "offender", "family")]
    return named + [
        match for match in audience if match.scope not in {"offender", "family"} and _ADDRESSED.match(text, match.end, clause.end)
    ]


def _people_addressed(text: str, clause: Clause, audience: list[CueMatch], activities: list[CueMatch], *, campaign: bool) -> list[CueMatch]:
    """Where something is held or made: whom it is for.

    A council is for nobody, a survey about the people it names, and so is a handbook that is no campaign.
    """
    kinds = {match.notation for match in activities}
    if kinds <= _MEETINGS:
        return [match for match in audience if match.scope == "supporter" and re.match(r"[^。、]{0,6}に対し", text[match.end : clause.end])]
    if "research-survey" in kinds and not kinds & {"supporter-training", "public-awareness"}:
        employers = [match for match in audience if match.scope == "employer"]
        return employers + [match for _, match in _find("target-group", text, clause, "offender")]
    if kinds == {"information-tool"} and not campaign:
        return audience + [match for _, match in _find("target-group", text, clause, "offender") if match not in audience]
    if audience:
        return audience
    return [CueMatch(_DEFAULT_AUDIENCE[m.notation], "otherwise", m.start, m.end) for m in activities if m.notation in _DEFAULT_AUDIENCE][:1]


def _by_audience(targets: list[CueMatch]) -> list[CueMatch]:
    """Types that follow from who is addressed: whatever is done for employers is employer engagement."""
    rows = [row for row in code_list("intervention-type").rows if row.scope == "audience"]
    return [
        CueMatch(row.notation, "audience", target.start, target.end)
        for row in rows
        for target in targets
        if target.notation in row.further["audience"]
    ]


def _without_general(text: str, targets: list[CueMatch]) -> list[CueMatch]:
    """Drop 犯罪をした者等 where the same segment of the sentence names a narrower group."""
    narrower = [match for match in targets if match.scope == "offender" and match.notation != GENERAL]
    kept = []
    for match in sorted(targets, key=lambda match: match.start):
        spots = [spot for clause in clauses(text) for spot in segments(text, clause) if spot.begin <= match.start < spot.end]
        if match.notation != GENERAL or not any(spot.begin <= other.start < spot.end for spot in spots for other in narrower):
            kept.append(match)
    return kept


def _referrers(text: str) -> list[CueMatch]:
    """Who asks or refers: the agencies listed right before 依頼, 要請, 紹介 and the like."""
    codes = code_list("referrer")
    found = list(codes.find(text, "request"))
    for request in _REQUEST.finditer(text):
        boundary = max((match.end() for match in _BOUNDARY.finditer(text, 0, request.start())), default=0)
        region = text[boundary : request.start()]
        found += [CueMatch(m.notation, m.scope, m.start + boundary, m.end + boundary) for m in codes.find(region, "agency")]
    return sorted(found, key=lambda match: match.start)
