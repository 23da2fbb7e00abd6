"""Every sentence of a why and every cause on a card is so in every completion, in cases drawn at random."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.engine.explain import Trace
from models.language.account import account
from models.language.causes.cause import cause
from models.language.headline import counted_verdicts, headline
from models.schema.grades import Verdict
from models.schema.scenario import baseline_scenario
from tests.models.engine.brute_force import BruteForce
from tests.models.engine.small_cases import Drawn, drawn_settings, rule, setting, small_case
from tests.models.engine.test_completions import limits
from tests.models.language.true_sentences import is_true
from tests.models.language.truth import Truth
from tests.states import snapshot_of

thoroughly = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@thoroughly
@given(drawn_settings())
def test_every_sentence_is_so_in_every_completion(drawn: Drawn) -> None:
    trace = Trace(snapshot_of(drawn.case, drawn.scenario))

    for item in (*drawn.case.findings, *drawn.case.recommendations):
        truth = Truth(drawn.case, drawn.scenario, item.id)
        for sentence in account(trace, item.id).removesuffix(".").split(". "):
            assert is_true(truth, sentence), (item.id, sentence)


@thoroughly
@given(drawn_settings())
def test_every_cause_on_a_card_is_so_in_every_completion(drawn: Drawn) -> None:
    trace = Trace(snapshot_of(drawn.case, drawn.scenario))

    for item in drawn.case.recommendations:
        told = cause(trace, item.id)
        assert is_true(Truth(drawn.case, drawn.scenario, item.id), told), (item.id, told)


@thoroughly
@given(drawn_settings())
def test_the_headline_counts_what_became_of_the_advice(drawn: Drawn) -> None:
    brute = BruteForce(drawn.case, drawn.scenario)

    told = headline(snapshot_of(drawn.case, drawn.scenario))

    base = BruteForce(drawn.case, baseline_scenario(drawn.case))
    names = [item.id for item in drawn.case.recommendations]
    verdicts = [brute.verdict(name) for name in names]
    in_full = all(
        brute.counts(name)[0] >= base.counts(name)[0]
        for name, verdict in zip(names, verdicts, strict=True)
        if verdict is Verdict.HOLDS
    )
    assert told.lower() == counted_verdicts(verdicts, in_full=in_full)


@thoroughly
@given(drawn_settings(), st.integers(1, 20))
def test_every_sentence_is_so_past_the_budget_too(drawn: Drawn, nodes: int) -> None:
    with limits(columns=0, nodes=nodes, walked=0):
        trace = Trace(snapshot_of(drawn.case, drawn.scenario))
        said = {
            item.id: f"{account(trace, item.id).removesuffix('.')}. {cause(trace, item.id)}"
            if item.id in trace.evaluation.recommendation
            else account(trace, item.id).removesuffix(".")
            for item in (*drawn.case.findings, *drawn.case.recommendations)
        }

    for name, sentences in said.items():
        truth = Truth(drawn.case, drawn.scenario, name)
        for sentence in sentences.split(". "):
            hedged = "ay depend" in sentence or sentence.startswith("This is not known")
            assert hedged or is_true(truth, sentence), (name, sentence)


def test_where_the_baseline_cannot_be_counted_no_one_says_on_how_many_arguments_advice_would_hold() -> None:
    case = small_case(
        rule("p1", need="a1", then="r1"),
        rule("p2", need="a1 a3", then="r1"),
        rule("p3", need="2:a1|-a2", then="r1"),
        statements="a1 a2 a3 r1",
        uncertain="a3",
        fails="a2",
    )

    with limits(columns=0, nodes=1, walked=0):
        fewer = Trace(snapshot_of(case, setting(case, a2="holds")))
        settled = snapshot_of(case, setting(case, a2="holds", a3="fails")).evaluation
        told = account(fewer, "r1")

    assert "this holds" not in told
    assert (settled.recommendation["r1"].verdict, settled.exact) == (Verdict.HOLDS, False)
