"""Texts of a case that end with a full stop get no second one in sentences that bring their own."""

from dataclasses import replace

from models.analyses.snapshots import take
from models.language.naming import if_fails_line
from models.language.panes import assumption_tip, stance_choice
from models.pages.sheet import sheet_pages
from models.schema.case import Case
from models.schema.grades import Stance
from models.schema.snapshot import fresh_state
from models.store.cases import load_embedded


def _with_stops(*, labels: bool) -> Case:
    case = load_embedded("tiny")
    stopped = (
        replace(item, text=f"{item.text}.", if_fails="It is otherwise.", label=item.label if labels else None)
        for item in case.assumptions
    )
    return replace(case, assumptions=tuple(stopped))


def test_a_tip_and_a_line_end_with_one_stop() -> None:
    item = _with_stops(labels=True).assumptions[0]

    told = (assumption_tip(item), stance_choice(item, Stance.FAILS), if_fails_line(item)[0].text)
    assert all("It is otherwise" in one and ".." not in one and ". (" not in one for one in told)


def test_the_sheet_says_what_failing_means_with_one_stop_and_nothing_before_it() -> None:
    for labels in (True, False):
        told = str(sheet_pages(take(fresh_state(_with_stops(labels=labels)))))

        assert "If it fails: It is otherwise." in told
        assert ".." not in told.replace("...", "")
        assert "'. If it fails" not in told
