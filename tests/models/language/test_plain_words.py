"""Everything that people read keeps to one word for one thing, and says of the source only what it is."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from models.pages.depends.likely import spread
from models.schema.analysis import Range
from models.schema.case import Case
from models.schema.scenario import baseline_scenario
from models.schema.snapshot import State
from models.schema.workshop import Workshop
from models.store.border import from_text
from models.store.cases import load_embedded
from resources import ROOT
from tests.models.commands import call
from tests.models.wording import embedded, gathered, on_paper, on_screen, settings, walked
from tests.states import state

BANNED = re.compile(
    r"\b(hangs? on|grounds?|strands?|lines? of argument|set aside|credences?|completions?|Banzhaf"
    r"|inferences?|stipulated|plenary|turn(ed|ing)? round|decision diagram)\b",
    re.IGNORECASE,
)
UNFINISHED = re.compile(r"\.\.(?!\.)|\.\.\.|\s[,;.]|“\s|\(\)|\bare(has|is)\b|\b0 of 1\b|^None$|[(:=] None\b")
COMMANDS = (
    ("--help",),
    *((name, "--help") for name in ("check", "evaluate", "analyse", "new", "compare", "brief", "schema")),
    ("evaluate",),
    ("evaluate", "--set", "A1=fails", "--set", "A3=uncertain", "--reading", "every", "--added"),
    ("analyse",),
    ("analyse", "--within", "--set", "A3=fails", "--rate", "A1=0.7"),
    ("check", ROOT / "cases" / "tiny" / "case.yaml"),
)
ESSAY = re.compile(r"\bessays?\b", re.IGNORECASE)


def without_own(text: str) -> str:
    """The text without what the embedded case says in such words."""
    for own in own_texts():
        text = text.replace(own, "")
    return text


@lru_cache(maxsize=1)
def own_texts() -> tuple[str, ...]:
    file = ROOT / "cases" / "dprk-lessons" / "case.json"
    quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', file.read_text(encoding="utf-8"))
    return tuple(text for text in quoted if BANNED.search(text))


def told(of: State) -> Iterator[tuple[str, str]]:
    yield from on_screen(of)
    yield from on_paper(of)


@pytest.fixture(scope="module")
def read() -> dict[str, str]:
    """Every text of a good sample of states, with where it stands; the case's own texts are its author's."""
    base = embedded()
    own = (ROOT / "cases" / "dprk-lessons" / "case.json").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for name, of in (settings(base) | gathered(base)).items():
        for where, text in (*on_screen(of), *(on_paper(of) if name in PRINTED else ())):
            for line in text.splitlines():
                found.setdefault(line, f"{name}, {where}")
    for where, text in walked(base):
        found.setdefault(text, where)
    return {text: where for text, where in found.items() if f'"{text}"' not in own}


PRINTED = ("baseline", "A3 fails", "every argument, one fails", "objections", "rejected", "rated", "eventful")


def test_no_text_has_a_word_that_was_given_up(read: dict[str, str]) -> None:
    assert not {text: where for text, where in read.items() if BANNED.search(without_own(text))}


def test_no_text_is_left_unfinished(read: dict[str, str]) -> None:
    assert not {text: where for text, where in read.items() if UNFINISHED.search(text)}


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda it: " ".join(map(str, it[:3])))
def test_no_command_says_a_word_that_was_given_up(arguments: tuple[object, ...]) -> None:
    names = re.compile(r"--(aside|credence)\b")

    answered = call(*arguments)

    assert answered.exit_code == 0
    assert not BANNED.search(without_own(names.sub("", answered.output)))


CODED = re.compile(r"(?<![\w-])([AFRX]\d{1,2})\b(?!=)")


def bare(text: str, case: Case) -> list[str]:
    """The codes in a text that stand there without the name of what they stand for."""
    by_code = {item.code: item for item in case.by_id.values()}
    said = " ".join(text.split()).casefold()
    return [
        code
        for code in CODED.findall(text)
        if code in by_code
        and not any(
            name.casefold() in said for name in (by_code[code].title, by_code[code].brief, by_code[code].text)
        )
    ]


def test_no_sentence_names_a_statement_by_its_code_alone(read: dict[str, str]) -> None:
    """A code may have a field or a sheet of its own, beside the name; of F1 and F5 the script means the keys."""
    alone = re.compile(r"(Core a|A|Finding|Recommendation)?(ssumption)?\s?[AFRX]\d{1,2}\W*")
    case = embedded().case
    own = [item.treatment for item in case.concessions]
    told = {text: where for text, where in read.items() if not where.endswith(", script")}
    told = {text: where for text, where in told.items() if not any(words in text for words in own)}

    assert not {text: where for text, where in told.items() if not alone.fullmatch(text) and bare(text, case)}


@pytest.mark.parametrize("arguments", COMMANDS[10:13], ids=lambda it: " ".join(map(str, it[:3])))
def test_no_command_names_a_statement_by_its_code_alone(arguments: tuple[object, ...]) -> None:
    answered = call(*arguments)

    assert answered.exit_code == 0
    assert not bare(answered.output, embedded().case)


@pytest.mark.parametrize("name", ["evaluate", "analyse", "new"])
def test_help_tells_one_name_of_each_option(name: str) -> None:
    answered = call(name, "--help")

    assert not re.search(r"--\w+, --|--aside|--credence", answered.output)


def called(name: str, kind: str) -> Case:
    """An embedded case whose source is of another kind."""
    text = (ROOT / "cases" / name / "case.json").read_text(encoding="utf-8")
    case = from_text(Case, ESSAY.sub("word", text))
    return replace(case, source=replace(case.source, kind=kind))


@pytest.mark.parametrize("name", ["tiny", "dprk-lessons"])
def test_a_report_is_nowhere_called_an_essay(name: str) -> None:
    case = called(name, "report")
    base = replace(state(name), case=case, scenario=baseline_scenario(case))
    base = replace(base, workshop=Workshop(case=base.scenario.case))
    wanted = ("baseline", f"{case.assumptions[0].code} fails", "objections", "rejected", "every argument")
    texts = [text for each in wanted for _, text in told(settings(base)[each])]
    texts += [text for _, text in walked(base)]

    assert not [text for text in texts if ESSAY.search(text)]
    assert [text for text in texts if "the report" in text]


def test_a_source_of_no_kind_is_called_the_source() -> None:
    case = load_embedded("tiny")
    base = replace(state("tiny"), case=replace(case, source=replace(case.source, kind=None)))

    texts = [text for _, text in on_screen(base)]

    assert [text for text in texts if "the source" in text]


@pytest.mark.parametrize("arguments", [("evaluate",), ("evaluate", "--added"), ("analyse",), ("check",)])
def test_no_command_calls_a_report_an_essay(arguments: tuple[str, ...], tmp_path: Path) -> None:
    text = (ROOT / "cases" / "tiny" / "case.yaml").read_text(encoding="utf-8")
    file = tmp_path / "case.yaml"
    file.write_text(text.replace("paragraphs: 4}", "paragraphs: 4, kind: report}"), encoding="utf-8")
    named = ("check", file) if arguments == ("check",) else (*arguments, "--case", file)

    answered = call(*named)

    assert answered.exit_code == 0
    assert not ESSAY.search(answered.output)


def test_what_still_has_to_be_rated_is_told_by_name() -> None:
    found = Range(id="r", low=0.0, high=1.0, unrated=("russia-ties",), exact=True)

    told = spread(embedded().case, found)

    assert (told.note, told.tip) == ("1 more to rate", "Not rated yet: Russia ties deepen (A3).")
