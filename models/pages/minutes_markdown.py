"""The minutes as Markdown, in which no text that anybody wrote is ever taken for markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import category

from models.language.signpost_words import OWN
from models.pages.group_tables import GroupTable
from models.pages.minutes import minutes
from models.pages.minutes_values import (
    Difference,
    Duties,
    Duty,
    LogLine,
    Minutes,
    PredictionMinutes,
    RoundMinutes,
)
from models.pages.moved_since import MovedSince
from models.schema.snapshot import Snapshot
from models.schema.standing import Standing

JOINERS = "\u200c\u200d"
_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~&#$@^]")
_OPENING = re.compile(r"^(\d{1,9})?([-+=.)])")
_ADDRESS = re.compile(r"(?i)\b(www)(\.)|(:)(?=//)")


def minutes_markdown(standing: Standing, snapshot: Snapshot, since: str = "") -> str:
    """The minutes of a workshop; `since` chooses what the present is compared with."""
    return "\n".join(_lines(minutes(standing, snapshot, since))).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """A text in one line as it was written, and nothing in it is markup, a link or a control character."""
    plain = "".join(sign if _shown(sign) else " " for sign in text)
    line = _SIGNS.sub(r"\\\g<0>", " ".join(plain.split()))
    line = _ADDRESS.sub(lambda found: f"{found[1]}\\." if found[1] else "\\:", line)
    return _OPENING.sub(lambda found: f"{found[1] or ''}\\{found[2]}", line)


def _shown(sign: str) -> bool:
    return category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or sign in JOINERS


def _lines(found: Minutes) -> Iterator[str]:
    yield from (f"# {escaped(found.title)}", "", f"**{escaped(found.subtitle)}**", "")
    yield from (f"- **{escaped(fact.label)}:** {escaped(fact.text)}" for fact in found.facts)
    yield from _decided(found)
    if found.since is not None:
        yield from _since(found.since)
    for place, part in enumerate(found.rounds):
        yield from ("", "## Groups") if not place else ()
        yield from _round(part)
    yield from _differences("### Argue about these", found.argue)
    yield from _differences("### Park these", found.park)
    for place, prediction in enumerate(found.predictions):
        yield from ("", "## Predictions") if not place else ()
        yield from _prediction(prediction)
    if found.stages:
        yield from ("", "## Named states", "")
        yield from (
            f"- {' · '.join(escaped(part) for part in (stage.name, stage.when, stage.state) if part)}"
            for stage in found.stages
        )
    yield from _log(found.log)
    yield from _duties(found.duties, found.unowned)


def _decided(found: Minutes) -> Iterator[str]:
    yield from ("", "## What was decided and what it moved", "")
    for decision in found.decisions:
        yield f"- {escaped(decision.text)}"
        if decision.why:
            yield f"  - Why: {escaped(decision.why)}"
    yield from ("", f"{escaped(found.headline)}")
    if found.verdicts:
        yield ""
        yield from _table(
            ("", "Recommendation", "What has become of it", "In the essay"),
            ((item.code, item.title, item.word, item.was) for item in found.verdicts),
        )


def _since(moved: MovedSince) -> Iterator[str]:
    sentences = [item.sentence for item in moved.verdicts]
    sentences += [*moved.stances, *moved.settings, *moved.signposts]
    yield from ("", f"## {escaped(moved.headline)}", "")
    yield from (f"- {escaped(sentence)}" for sentence in sentences)
    if moved.note:
        yield from ("", escaped(moved.note))


def _round(part: RoundMinutes) -> Iterator[str]:
    yield from ("", f"### {escaped(part.title)}", "", escaped(part.line))
    for what, table in (("Assumption", part.stances), ("Recommendation", part.verdicts)):
        yield from _group_table(what, table) if table.rows else ()
    yield from ("",) if part.moves else ()
    yield from (f"- {escaped(sentence)}" for sentence in part.moves)


def _group_table(what: str, table: GroupTable) -> Iterator[str]:
    yield ""
    yield from _table(
        ("", what, *(head.name for head in table.heads)),
        (
            (
                row.code,
                row.title,
                *(f"{cell.text} +{cell.missing}" if cell.missing else cell.text for cell in row.cells),
            )
            for row in table.rows
        ),
    )
    remarks = [entry.text for entry in table.key if entry.stance is None and entry.verdict is None]
    told = [text for text in remarks if not text.startswith(("bold", "≠"))]
    yield from ("", escaped("; ".join(told))) if told else ()


def _differences(title: str, items: Sequence[Difference]) -> Iterator[str]:
    if items:
        yield from ("", title, "")
    for item in items:
        name = f"**{escaped(f'{item.code} {item.title}')}.**"
        yield f"- {' '.join((name, escaped(item.said), escaped(item.hangs))).rstrip()}"


def _prediction(prediction: PredictionMinutes) -> Iterator[str]:
    yield from (
        "",
        f"### {escaped(prediction.question) or 'What will hold?'}",
        "",
        escaped(prediction.line),
        "",
    )
    yield from _table(
        ("", "Recommendation", "To hold", "To be open", "To fall", "What it does", "Foreseen by"),
        (
            (row.code, row.title, *map(str, row.hands), row.came or "–", row.right or "–")
            for row in prediction.rows
        ),
    )


def _log(lines: Sequence[LogLine]) -> Iterator[str]:
    if lines:
        yield from ("", "## Change log")
    for line in lines:
        if line.day:
            yield from ("", f"### {escaped(line.day)}", "")
        told = f"- {line.time} {f'**{escaped(line.who)}:** ' if line.who else ''}{escaped(line.what)}."
        moved = f" {escaped(line.moved)}." if line.moved else ""
        yield f"{told}{moved}"
        if line.why:
            yield f"  - Why: {escaped(line.why)}"


def _duties(found: Sequence[Duties], unowned: str) -> Iterator[str]:
    if not found:
        return
    yield from ("", "## Signposts and actions")
    for owner in found:
        yield from ("", f"### {escaped(owner.owner)}", "")
        yield from (f"- {_duty(duty)}" for duty in owner.duties)
    yield from ("", escaped(unowned)) if unowned else ()


def _duty(duty: Duty) -> str:
    more = (duty.word, duty.when, f"source: {duty.source}" if duty.source else "", OWN if duty.own else "")
    told = "; ".join(part for part in more if part)
    name = f"**{escaped(duty.kind)}:** {escaped(duty.text)}"
    return f"{name}{f' ({escaped(told)})' if told else ''}. {escaped(duty.about)}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(heads)
    yield _row(["---"] * len(heads), raw=True)
    yield from (_row(row) for row in rows)


def _row(cells: Sequence[str], *, raw: bool = False) -> str:
    return f"| {' | '.join(cell if raw else escaped(cell) for cell in cells)} |"
