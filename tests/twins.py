"""Writes the two generated twins of a case, for `--accept`: plain text for people, JSON for a quick start."""

import calendar
import json
from collections.abc import Iterable, Iterator
from textwrap import fill

from models.schema.case import Assumption, Case, Finding, Premise, Recommendation, Role, Rule
from models.schema.grades import Kind, Strength
from models.schema.premises import Condition
from models.schema.value import as_plain

WIDTH = 88
_ABOUT = (
    "This text is generated from case.yaml, for reading. The sign ¶ gives paragraphs of the source. "
    "Assumptions and arguments are said by the source, said with caution, unsaid but needed, or added here. "
    "Challenges, signposts, shaping and hedging are added here as well. "
    "What is indented under a statement leads to it: when all premises of a rule hold, it does, unless "
    "an objection at least as strong holds too."
)
_ORIGINS = {
    Kind.STATED: "said",
    Kind.HEDGED: "said with caution",
    Kind.IMPLIED: "unsaid, but needed",
    Kind.ADDED: "added here",
}
_ROLES = {
    Role.IF: "If",
    Role.NEED: "Needed because",
    Role.MEANS: "Workable because",
    Role.STANDING: "Ours to do because",
}


def json_twin(case: Case) -> str:
    """The case as JSON, read at start-up in place of the YAML that people write."""
    return json.dumps(as_plain(case), ensure_ascii=False, indent=1) + "\n"


def plain_text(case: Case) -> str:
    """The whole argument as a text to read, in the case's order."""
    sections = (
        ("Models", _models(case)),
        ("Background", _background(case)),
        ("Assumptions", _assumptions(case)),
        ("Links", _links(case)),
        ("Findings", _derived(case, case.findings)),
        ("Recommendations", _derived(case, case.recommendations)),
        ("Feedback", _feedback(case)),
        ("Coherence", _coherence(case)),
        ("What the source concedes", _concessions(case)),
    )
    blocks = [_title(case)]
    for heading, entries in sections:
        told = list(entries)
        if told:
            blocks += [f"\n{heading}\n{'-' * len(heading)}", *told]
    return "\n\n".join(blocks) + "\n"


def _title(case: Case) -> str:
    source = case.source
    date = f"{calendar.month_name[source.month]} {source.year}" if source.month else str(source.year)
    published = f"{source.publisher}, {date}" if source.publisher else date
    return "\n\n".join(
        (
            f"{_wrapped(case.title)}\n{'=' * min(len(case.title), WIDTH)}",
            _wrapped(f"Source: {source.author}, {source.title} ({published})."),
            _wrapped(f"Case {case.id}, version {case.version}, language {case.language}."),
            _wrapped(_ABOUT),
        )
    )


def _models(case: Case) -> Iterator[str]:
    for model in case.models:
        codes = ", ".join(item.code for item in case.by_id.values() if item.model == model.id)
        yield _wrapped(f"{model.title}: {codes or 'nothing yet'}")


def _background(case: Case) -> Iterator[str]:
    for fact in case.background:
        yield _coded(fact.id, fact.text, fact.paragraphs)


def _assumptions(case: Case) -> Iterator[str]:
    titles = {model.id: model.title for model in case.models}
    for item in case.assumptions:
        core = ("core",) if item.core else ()
        argued = ", ".join(case.by_id[name].code for name in item.argued_by)
        arguing = (f"argued for by: {argued}",) if argued else ()
        model = (titles[item.model],) if item.model else ()
        marks = (*core, _origin(item.kind), f"taken as: {item.baseline}", *arguing, *model)
        fails = (f"If it fails: {item.if_fails}.",) if item.if_fails else ()
        lists = (
            ("Challenge", item.challenge),
            ("Signposts", [f"({one.speaks}) {one.text}" for one in item.observations]),
            ("Shaping", item.shaping),
            ("Hedging", item.hedging),
        )
        yield "\n".join(
            (
                _coded(item.code, item.text, item.paragraphs),
                _wrapped("; ".join(marks), 6),
                *(_wrapped(text, 6) for text in fails),
                *(line for name, texts in lists if texts for line in _listed(name, texts)),
            )
        )


def _links(case: Case) -> Iterator[str]:
    for link in case.links:
        codes = ", ".join(case.by_id[name].code for name in (*link.one_of, *link.at_most_one))
        if link.then is not None:
            told = f"If {_spelled(case, link.if_)}, then {_spelled(case, (link.then,))}"
        else:
            told = f"{'Exactly' if link.one_of else 'At most'} one of {codes} holds"
        yield _noted(link.id, f"{told} [{_cited(link.paragraphs)}]", link.because)


def _listed(name: str, texts: Iterable[str]) -> Iterator[str]:
    yield _wrapped(f"{name}:", 6)
    for text in texts:
        yield _wrapped(f"- {text}", 8, 10)


def _derived(case: Case, items: Iterable[Finding | Recommendation]) -> Iterator[str]:
    titles = {model.id: model.title for model in case.models}
    for item in items:
        addressee = f"To {item.addressee}; " if isinstance(item, Recommendation) else ""
        head = _coded(item.code, item.text, item.paragraphs)
        emphasis = f"{item.emphasis}; " if isinstance(item, Recommendation) and item.emphasis else ""
        origin = f"{_origin(item.kind)}; " if item.kind else ""
        about = f"{emphasis}{addressee}{origin}{titles[item.model] if item.model else ''}".removesuffix("; ")
        yield "\n".join((head, *((_wrapped(about, 6),) if about else ())))
        supporting = [rule for rule in case.rules if rule.then == item.id]
        opposing = [rule for rule in case.rules if rule.opposes == item.id]
        for number, rule in enumerate(supporting, 1):
            yield _argument(case, rule, f"Argument {number} of {len(supporting)}")
        for rule in opposing:
            yield _argument(case, rule, "Objection")


def _argument(case: Case, rule: Rule, name: str) -> str:
    weight = "" if rule.strength is Strength.NORMAL else f", {rule.strength}"
    head = f"{name} ({rule.id}): {_origin(rule.kind)}{weight} [{_cited(rule.paragraphs)}]"
    roles = sorted({premise.role for premise in rule.premises}, key=list(Role).index)
    lines = [_wrapped(head, 6)]
    for role in roles:
        lines.append(_wrapped(_ROLES[role], 8))
        lines += [_condition(case, item) for item in rule.conditions if item.role is role]
    reply = (_wrapped(f"Reply: {rule.reply}", 8),) if rule.reply else ()
    return "\n".join((*lines, _wrapped(rule.because, 8), *reply))


def _condition(case: Case, item: Condition) -> str:
    if not item.is_choice:
        return _premise(case, item.parts[0], 10)
    head = "any of these:" if item.least == 1 else f"at least {item.least} of these:"
    return "\n".join((_wrapped(head, 10), *(_premise(case, part, 12) for part in item.parts)))


def _premise(case: Case, premise: Premise, indent: int) -> str:
    item: Assumption | Finding | Recommendation = case.by_id[premise.statement]
    return _wrapped(f"{'not ' if premise.negated else ''}{item.code}: {item.text}", indent, indent + 4)


def _feedback(case: Case) -> Iterator[str]:
    for loop in case.feedback:
        steps = [f"If {_spelled(case, loop.if_)}"] if loop.if_ else []
        if loop.unless_followed:
            steps.append(f"unless {case.by_id[loop.unless_followed].code} is followed")
        sets = ", ".join(f"{case.by_id[name].code} {stance}" for name, stance in loop.sets.items())
        steps.append(f"in the next step {sets}")
        told = ", ".join((*steps, *((_origin(loop.kind),) if loop.kind else ())))
        yield _noted(loop.id, f"{loop.text} [{_cited(loop.paragraphs)}]", told[0].upper() + told[1:])


def _coherence(case: Case) -> Iterator[str]:
    for note in case.coherence:
        yield _noted(note.id, note.text, f"Told if {_spelled(case, note.if_)}")


def _concessions(case: Case) -> Iterator[str]:
    for concession in case.concessions:
        yield _noted(
            concession.id, f"{concession.text} [{_cited(concession.paragraphs)}]", concession.treatment
        )


def _noted(name: str, text: str, note: str) -> str:
    return "\n".join((_wrapped(f"{name}: {text}", 0, 2), _wrapped(f"{note.removesuffix('.')}.", 2)))


def _spelled(case: Case, texts: Iterable[str]) -> str:
    """Premises in words, such as "A1 and not F2"."""
    words = (text.rpartition(" ") for text in texts)
    return " and ".join(f"{negation} {case.by_id[name].code}".strip() for negation, _, name in words)


def _coded(code: str, text: str, paragraphs: Iterable[int]) -> str:
    return _wrapped(f"{code:<5} {text} [{_cited(paragraphs)}]", 0, 6)


def _origin(kind: Kind) -> str:
    return _ORIGINS[kind]


def _cited(paragraphs: Iterable[int]) -> str:
    space = "\N{NO-BREAK SPACE}"
    return f"¶{space}" + f",{space}".join(str(number) for number in paragraphs)


def _wrapped(text: str, indent: int = 0, hanging: int | None = None) -> str:
    return fill(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent if hanging is None else hanging),
        break_long_words=False,
        break_on_hyphens=False,
    )
