"""A case: an essay made into assumptions, findings, recommendations and the rules that join them.

The fields are the keys of `case.yaml`, so that a file, its JSON twin and its JSON Schema are one thing.
"""

from dataclasses import replace
from functools import cached_property
from json import dumps
from typing import TYPE_CHECKING, Annotated, Literal

from models.schema.besides import CaseTest, Coherence, Concession, Fact, Feedback, Model, Source
from models.schema.grades import Kind, Speaks, Stance, Strength
from models.schema.links import Clause, Link
from models.schema.premises import Condition, Part, PremiseForm, TextOr, condition
from models.schema.premises import Premise as Premise
from models.schema.premises import PremiseText as PremiseText
from models.schema.premises import Role as Role
from models.schema.problem import phrase
from models.schema.value import Code, Identifier, Limits, Paragraphs, Text, as_plain

if TYPE_CHECKING:  # looked for where a case is not known to be right
    from models.schema.references import Defect

LONGEST_NAME = 160
"""Letters of a name that are shown: two lines of the widest list, or four of a card."""


class Statement(Part):
    """What assumptions, findings and recommendations share."""

    id: Identifier
    code: Code
    model: Identifier | None = None
    text: Text
    label: Text | None = None
    short: Text | None = None
    paragraphs: Paragraphs

    @property
    def title(self) -> str:
        """The short form for lists and maps; a name that is a page long is shortened wherever it is a name."""
        name = self.label or self.text
        return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"

    @property
    def brief(self) -> str:
        """The shortest form, for chips and tiles: best two lines of at most 14 characters each."""
        return self.short if self.short and len(self.short) <= LONGEST_NAME else self.title


class Observation(Part):
    """Something to be seen that speaks for an assumption or against it; text alone may speak either way."""

    text: Text
    speaks: Speaks = Speaks.OPEN


class Assumption(Statement):
    """A statement about the world that the room may toggle; `if_fails` says in short what is so if it fails.

    One that is added is an analyst's, for an objection to rest on; it takes part only while objections count.
    """

    core: bool = False
    if_fails: Text | None = None
    kind: Kind
    baseline: Stance
    argued_by: tuple[Identifier, ...] = ()
    challenge: tuple[Text, ...] = ()
    signposts: tuple[Annotated[Text | Observation, TextOr], ...] = ()
    shaping: tuple[Text, ...] = ()
    hedging: tuple[Text, ...] = ()

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """The signposts with what they speak for."""
        return tuple(Observation(text=item) if isinstance(item, str) else item for item in self.signposts)

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The stances that can be taken on it."""
        return tuple(stance for stance in Stance if stance is not Stance.AS_ARGUED or self.argued_by)


class Finding(Statement):
    """A statement derived from assumptions and other findings; `kind` grades the claim, not the steps to it."""

    kind: Kind | None = None


class Recommendation(Statement):
    """Advice of the source, with those it is meant for; `emphasis` is the weight that the source gives it, in words."""

    addressee: Text
    emphasis: Text | None = None
    kind: Kind | None = None


class Rule(Part):
    """One argument for a statement (`then`), or an objection to it (`opposes`) with the source's best `reply`."""

    id: Identifier
    if_: tuple[PremiseForm, ...] = ()
    need: tuple[PremiseForm, ...] = ()
    means: tuple[PremiseForm, ...] = ()
    standing: tuple[PremiseForm, ...] = ()
    then: Identifier | None = None
    opposes: Identifier | None = None
    strength: Strength = Strength.NORMAL
    kind: Kind
    paragraphs: Paragraphs
    because: Text
    reply: Text | None = None

    def __post_init__(self) -> None:
        if (self.then is None) == (self.opposes is None):
            raise ValueError(phrase("A rule needs exactly one of `then` and `opposes`."))
        if self.reply and not self.opposes:
            raise ValueError(phrase("Only an objection has a `reply`."))
        if not self.conditions:
            what = phrase("A rule needs at least one premise in `if`, `need`, `means` or `standing`.")
            raise ValueError(what)

    @property
    def conclusion(self) -> str:
        """The id of the statement that the rule supports or opposes."""
        return self.then or self.opposes or ""

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """What must be met for it to apply, all of it."""
        sorted_forms = (
            (self.if_, Role.IF),
            (self.need, Role.NEED),
            (self.means, Role.MEANS),
            (self.standing, Role.STANDING),
        )
        return tuple(condition(form, role) for forms, role in sorted_forms for form in forms)

    @cached_property
    def premises(self) -> tuple[Premise, ...]:
        """All premises with their roles, those of choices too."""
        return tuple(part for item in self.conditions for part in item.parts)


class Case(Part):
    """An essay as assumptions, findings, recommendations and rules, free of dangling references and loops.

    Where it has `models`, each statement belongs to one, else none does. `short_walk` names what a short walk-through
    shows before the advice; `changes` says what this version changed.
    """

    schema_: Literal[2]
    id: Identifier
    version: Text
    title: Text
    language: Text
    source: Source
    models: tuple[Model, ...] = ()
    background: tuple[Fact, ...] = ()
    concessions: tuple[Concession, ...] = ()
    assumptions: Annotated[tuple[Assumption, ...], Limits(min_length=1)]
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    recommendations: Annotated[tuple[Recommendation, ...], Limits(min_length=1)]
    rules: Annotated[tuple[Rule, ...], Limits(min_length=1)]
    feedback: tuple[Feedback, ...] = ()
    coherence: tuple[Coherence, ...] = ()
    short_walk: tuple[Identifier, ...] = ()
    changes: Text | None = None
    tests: tuple[CaseTest, ...] = ()

    def __post_init__(self) -> None:
        wrong = [defect for defect in self.defects if defect.fatal]
        if wrong:
            raise ValueError("; ".join(defect.what for defect in wrong))

    @cached_property
    def defects(self) -> "tuple[Defect, ...]":
        """What is odd about the case, wrong or merely remarkable."""
        from models.schema.references import defects

        return defects(as_plain(self))

    @cached_property
    def content_hash(self) -> str:
        """Sixteen hexadecimal digits that change when anything in the case does."""
        from hashlib import sha256  # not needed to start: an embedded case has its hash beside it

        content = dumps(as_plain(self), ensure_ascii=False, separators=(",", ":"))
        return sha256(content.encode()).hexdigest()[:16]

    @cached_property
    def edition_hash(self) -> str:
        """What files know the case by: the hash of its content, or of the original that it is a translation of."""
        return self.content_hash

    @cached_property
    def by_id(self) -> dict[str, Assumption | Finding | Recommendation]:
        """Every statement under its id."""
        items: tuple[Assumption | Finding | Recommendation, ...] = (
            *self.assumptions,
            *self.findings,
            *self.recommendations,
        )
        return {item.id: item for item in items}

    @cached_property
    def by_code(self) -> dict[str, Assumption | Finding | Recommendation]:
        """Every statement under its code."""
        return {item.code: item for item in self.by_id.values()}

    def taking_part(self, added: bool) -> tuple[Assumption, ...]:
        """The assumptions that the room decides on: those that an analyst added only while objections count."""
        return self.assumptions if added else self._of_the_source

    @cached_property
    def _of_the_source(self) -> tuple[Assumption, ...]:
        return tuple(item for item in self.assumptions if item.kind is not Kind.ADDED)

    def drawn(self, added: bool) -> "Case":
        """The statements and arguments that a picture shows: without what an analyst added, unless objections count."""
        return self if added else self._without_added

    @cached_property
    def _without_added(self) -> "Case":
        rules = tuple(rule for rule in self.rules if rule.kind is not Kind.ADDED)
        if len(rules) == len(self.rules) or not rules:
            return self
        kept, known = self._of_the_source, {item.id for item in self._of_the_source}
        links = tuple(link for link in self.links if known.issuperset(link.names))
        return replace(self, assumptions=kept, rules=rules, links=links, feedback=(), coherence=(), tests=())

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """What the links ask of every possible setting."""
        return tuple(clause for link in self.links for clause in link.clauses)

    @cached_property
    def linked(self) -> frozenset[str]:
        """The assumptions that some link speaks of."""
        return frozenset(name for link in self.links for name in link.names)

    @cached_property
    def rule_by_id(self) -> dict[str, Rule]:
        """Every rule under its id."""
        return {rule.id: rule for rule in self.rules}

    def __eq__(self, other: object) -> bool:
        """Whether the content is the same, told by its hash: answers are looked up by case all the time."""
        return self is other or (isinstance(other, Case) and self.content_hash == other.content_hash)

    def __hash__(self) -> int:
        """Cheap and consistent with equality, so that compiled programs can be kept by case."""
        return hash((self.id, self.version, len(self.rules)))
