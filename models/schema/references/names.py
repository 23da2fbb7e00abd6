"""Names that lead nowhere or stand twice, and what is linked or cited that is not there."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from models.schema.links import Clause, Setting, a_setting, clauses_of, forced
from models.schema.problem import phrase
from models.schema.references.choices import choices_among
from models.schema.references.parts import (
    LINK_KEYS,
    PLAIN,
    PREMISE_KEYS,
    STATEMENT_LISTS,
    WITH_IDS,
    WITH_PARAGRAPHS,
    Defect,
    Parts,
    Place,
    listed_in,
    name_of,
    unknown,
)
from models.schema.references.slips import unseen


def duplicates(parts: Parts) -> Iterator[Defect]:
    """Ids, codes and names that stand twice."""
    for sections, key in (
        (STATEMENT_LISTS, "id"),
        (STATEMENT_LISTS, "code"),
        *(((section,), "id") for section in WITH_IDS),
    ):
        seen: dict[Any, Place] = {}
        for section in sections:
            for place, item in parts.items(section):
                name = item.get(key)
                if not isinstance(name, str):
                    continue
                if name in seen:
                    what = phrase("The {key} {name} is used twice.", key=key, name=name)
                    yield Defect((*place, key), name, what, phrase("Give each item its own {key}.", key=key))
                seen.setdefault(name, place)
    yield from _ids_of_statements(parts)


def _ids_of_statements(parts: Parts) -> Iterator[Defect]:
    """Rules and links whose id is that of a statement."""
    for place, rule in parts.rules:
        if name_of(rule) in parts.statements:
            what = phrase("The rule has the id of a statement, {rule}.", rule=name_of(rule))
            remedy = phrase("Give it an id of its own, so that notes and rejections cannot mean either.")
            yield Defect((*place, "id"), name_of(rule), what, remedy, fatal=False)
    for place, link in parts.items("links"):
        if name_of(link) in parts.statements:
            what = phrase("The link has the id of a statement, {link}.", link=name_of(link))
            remedy = phrase("Give it an id of its own, so that what is told of links cannot mean either.")
            yield Defect((*place, "id"), name_of(link), what, remedy, fatal=False)


def unseen_letters(parts: Parts) -> Iterator[Defect]:
    """Letters that nobody can see."""
    for place, sign in unseen(parts.data):
        section, at = parts.data.get(str(place[0])), place[1] if len(place) > 1 else None
        item = section[at] if isinstance(section, list) and isinstance(at, int) else None
        what = phrase("A text has a control character ({sign}), which nobody can see.", sign=sign)
        yield Defect(
            place,
            name_of(item) if isinstance(item, Mapping) else "",
            what,
            phrase("Type the text again."),
            fatal=False,
        )


def paragraphs_cited(parts: Parts) -> Iterator[Defect]:
    """Paragraphs that the source does not have."""
    source = parts.data.get("source")
    last = source.get("paragraphs") if isinstance(source, Mapping) else None
    if not isinstance(last, int):
        return
    for section in WITH_PARAGRAPHS:
        for place, item in parts.items(section):
            cited = item.get("paragraphs")
            for number in cited if isinstance(cited, list | tuple) else ():
                if isinstance(number, int) and number > last:
                    what = phrase(
                        "Paragraph {number} is cited, but the source has {last}.", number=number, last=last
                    )
                    remedy = phrase("Cite a paragraph from 1 to {last}.", last=last)
                    yield Defect((*place, "paragraphs"), name_of(item), what, remedy, fatal=False)


def unknown_models(parts: Parts) -> Iterator[Defect]:
    """Models that the case does not have, and statements of none where it has some."""
    for place, item in parts.statements.values():
        model = item.get("model")
        if model is None and parts.models:
            what = phrase("{item} belongs to no model, and the case has some.", item=name_of(item))
            yield Defect(place, name_of(item), what, phrase("Add `model`, or leave out all models."))
        elif isinstance(model, str) and not parts.models and not parts.data.get("models"):
            what = phrase("There is no model {model}: the case has none.", model=model)
            yield Defect(
                (*place, "model"),
                name_of(item),
                what,
                phrase("List it under `models`, or leave it out here."),
            )
        elif isinstance(model, str) and parts.models and model not in parts.models:
            yield unknown(parts, (*place, "model"), item, "model", model, parts.models)


def rule_references(parts: Parts) -> Iterator[Defect]:
    """What rules name, conclude and oppose that is not there or cannot be."""
    concluded = dict.fromkeys(name for name in parts.statements if name not in parts.assumptions)
    for place, rule in parts.rules:
        yield from _premise_references(parts, place, rule)
        yield from choices_among(parts, place, rule)
        for key in ("then", "opposes"):
            target = rule.get(key)
            if not isinstance(target, str):
                continue
            if target in parts.assumptions:
                what = phrase("The assumption {target} cannot be concluded: it is toggled.", target=target)
                yield Defect(
                    (*place, key), name_of(rule), what, phrase("Conclude a finding or a recommendation.")
                )
            elif target.startswith("not ") and target.removeprefix("not ") in concluded:
                what = phrase("A rule cannot conclude that something is not so.")
                remedy = phrase(
                    "Name {word}, under `opposes` if the rule speaks against it.",
                    word=target.removeprefix("not "),
                )
                yield Defect((*place, key), name_of(rule), what, remedy)
            elif target not in concluded:
                yield unknown(parts, (*place, key), rule, "finding or recommendation", target, concluded)
            sorted_keys = [name for name in PREMISE_KEYS[1:] if rule.get(name)]
            if sorted_keys and target in concluded and target not in parts.recommendations:
                what = phrase(
                    "`{sorted_keys}` sorts the premises of a recommendation, and {target} is a finding.",
                    sorted_keys=sorted_keys[0],
                    target=target,
                )
                yield Defect(
                    (*place, sorted_keys[0]),
                    name_of(rule),
                    what,
                    phrase("Use `if` here."),
                    fatal=False,
                    odd=True,
                )


def _premise_references(parts: Parts, place: Place, item: Mapping[str, Any]) -> Iterator[Defect]:
    texts = parts.premises(item)
    plain = [(place[0], text) for place, text in texts if len(place) == PLAIN]
    given = {text for _, text in plain}
    for inner, text in texts:
        name = text.removeprefix("not ")
        if name not in parts.statements:
            yield unknown(parts, (*place, *inner), item, "statement", name, parts.statements, text=text)
        if f"not {text}" in given and text in given:
            what = phrase("{name} is both required and excluded, so this can never apply.", name=name)
            yield Defect(
                (*place, *inner),
                name_of(item),
                what,
                phrase("Correct one of the two."),
                fatal=False,
                odd=True,
            )
    for (_, text), count in Counter(plain).items():
        if count > 1:  # under two keys it is told apart whether advice is needed and whether it can work
            what = phrase("The premise {text} is given {count} times.", text=text, count=count)
            yield Defect(place, name_of(item), what, phrase("Keep one."), fatal=False, odd=True)


def other_references(parts: Parts) -> Iterator[Defect]:
    """What loops and remarks name that is not there."""
    for section in ("feedback", "coherence"):
        for place, item in parts.items(section):
            yield from _premise_references(parts, place, item)
    for inner, name in listed_in(parts.data, "short-walk", ()):
        if name not in parts.statements:
            yield unknown(parts, inner, {"id": "short-walk"}, "statement", str(name), parts.statements)
    for place, loop in parts.items("feedback"):
        advice = loop.get("unless-followed")
        if isinstance(advice, str) and advice not in parts.recommendations:
            yield unknown(
                parts, (*place, "unless-followed"), loop, "recommendation", advice, parts.recommendations
            )
        stances = loop.get("sets")
        for name in stances if isinstance(stances, Mapping) else ():
            if name not in parts.assumptions:
                yield unknown(parts, (*place, "sets", name), loop, "assumption", str(name), parts.assumptions)


def argued_by(parts: Parts) -> Iterator[Defect]:
    """What argues for assumptions and is no finding."""
    for place, item in parts.items("assumptions"):
        for inner, name in listed_in(item, "argued-by", ()):
            if isinstance(name, str) and name not in parts.findings:
                yield unknown(parts, (*place, *inner), item, "finding", name, parts.findings)
        if item.get("baseline") == "as-argued" and not item.get("argued-by"):
            what = phrase(
                "{word} is taken as argued, but no finding argues for it.",
                word=item.get("code", name_of(item)),
            )
            yield Defect((*place, "baseline"), name_of(item), what, phrase("Name findings in `argued-by`."))


def linked(parts: Parts) -> Iterator[Defect]:
    """What links name that is not there, and links that leave no setting."""
    clauses: list[Clause] = []
    is_told = False
    for place, link in parts.items("links"):
        listed = [entry for key in LINK_KEYS for entry in listed_in(link, key, ())]
        listed += [(("then",), link["then"])] if isinstance(link.get("then"), str) else []
        for inner, text in listed:
            name = text.removeprefix("not ") if isinstance(text, str) else ""
            if name and name not in parts.assumptions:
                yield unknown(parts, (*place, *inner), link, "assumption", name, parts.assumptions, text=text)
                is_told = True
        one_of, at_most_one, if_ = (
            [t for _, t in listed_in(link, key, ()) if isinstance(t, str)] for key in LINK_KEYS
        )
        then = link.get("then")
        clauses += clauses_of(one_of, at_most_one, if_, then if isinstance(then, str) else None)
    if is_told:
        return
    if clauses and a_setting(clauses, {}) is None:
        remedy = phrase("Correct one of them.")
        yield Defect(
            ("links",), "", phrase("No setting of the assumptions is possible beside all links."), remedy
        )
    elif clauses:
        stances = {str(item.get("id")): item.get("baseline") for _, item in parts.items("assumptions")}
        settled = {
            name: stance == "holds" for name, stance in stances.items() if stance in ("holds", "fails")
        }
        linked = {name: held for name, held in settled.items() if any(name in dict(c) for c in clauses)}
        if a_setting(clauses, linked) is None:
            what = phrase("The baseline takes the assumptions in a way that the links rule out.")
            yield Defect(("links",), "", what, phrase("Change a `baseline`, or a link."))
        else:
            yield from _settled(parts, clauses, linked)


def _settled(parts: Parts, clauses: Collection[Clause], baseline: Setting) -> Iterator[Defect]:
    """What the baseline leaves uncertain, and links leave only one way all the same."""
    comes_to = forced(clauses, baseline)
    for place, item in parts.items("assumptions"):
        name = name_of(item)
        if item.get("baseline") != "uncertain" or name not in comes_to:
            continue
        word = item.get("code", name)
        if comes_to[name]:
            what = phrase("{word} is uncertain, but the links let it only hold.", word=word)
            remedy = phrase("Write `baseline: holds`, or change a link.")
        else:
            what = phrase("{word} is uncertain, but the links let it only fail.", word=word)
            remedy = phrase("Write `baseline: fails`, or change a link.")
        yield Defect((*place, "baseline"), name, what, remedy, fatal=False, odd=True)
