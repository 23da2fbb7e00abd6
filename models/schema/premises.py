"""The premises of a rule: plain ones, and choices of which one or some must be met."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, TypeAlias, get_args

from models.schema.value import Answer, Identifier, Limits, Value, plain_key

PremiseText = Annotated[str, Limits(pattern=r"^(not )?[a-z0-9]+(-[a-z0-9]+)*$", max_length=84)]


class Role(StrEnum):
    """What a premise does in an argument: a plain `if`, why act at all, what makes it work, why it is ours to do."""

    IF = "if"
    NEED = "need"
    MEANS = "means"
    STANDING = "standing"


def dashed_key(name: str) -> str:
    """The key of a field in a case's file."""
    return plain_key(name).replace("_", "-")


class Part(Value):
    """Something that a case is made of; its keys have dashes where its fields have underscores."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {
        **Value.__pydantic_config__,
        "alias_generator": dashed_key,
    }


class AnyOf(Part):
    """A choice of premises at least one of which must be met."""

    any_: Annotated[tuple[PremiseText, ...], Limits(min_length=1)]


class AtLeast(Part):
    """A choice of premises so many of which must be met."""

    at_least: Annotated[int, Limits(ge=1)]
    of: Annotated[tuple[PremiseText, ...], Limits(min_length=1)]


def _form(given: Any) -> str:
    """Which form a premise was written in, as pydantic names it in the place of an error."""
    if isinstance(given, AnyOf) or (isinstance(given, Mapping) and "any" in given):
        return "[any]"
    chosen = isinstance(given, AtLeast) or (isinstance(given, Mapping) and given.keys() & {"at-least", "of"})
    return "[at-least]" if chosen else "[text]"


class _Forms:
    """Tells pydantic by which form to read a premise, so that an error is told of that form alone."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic import Discriminator, Tag

        text, any_of, at_least = get_args(source)
        tagged: Any = (
            Annotated[text, Tag("[text]")]
            | Annotated[any_of, Tag("[any]")]
            | Annotated[at_least, Tag("[at-least]")]
        )
        return handler.generate_schema(Annotated[tagged, Discriminator(_form)])


class _TextOr:
    """Tells pydantic that something is a text, or a value written as a mapping; an error is told of that form alone."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic import Discriminator, Tag

        text, value = get_args(source)
        tagged: Any = Annotated[text, Tag("[text]")] | Annotated[value, Tag("[mapping]")]
        return handler.generate_schema(Annotated[tagged, Discriminator(_text_or_mapping)])


def _text_or_mapping(given: Any) -> str:
    return "[mapping]" if isinstance(given, Mapping | Value) else "[text]"


TextOr = _TextOr()
PremiseForm: TypeAlias = Annotated[PremiseText | AnyOf | AtLeast, _Forms()]


class Premise(Answer):
    """One condition of a rule: a statement accepted, or (negated) not accepted."""

    statement: Identifier
    negated: bool = False
    role: Role = Role.IF


class Condition(Answer):
    """What must be met for a rule to apply: a premise, or at `least` so many of several."""

    parts: tuple[Premise, ...]
    least: int = 1

    @property
    def role(self) -> Role:
        """What the condition does in an argument."""
        return self.parts[0].role

    @property
    def is_choice(self) -> bool:
        """Whether not all that is in it need be met."""
        return len(self.parts) > 1


def condition(form: PremiseForm, role: Role) -> Condition:
    """The condition that a premise as written stands for."""
    if isinstance(form, str):
        return Condition(parts=(_premise(form, role),))
    texts, least = (form.any_, 1) if isinstance(form, AnyOf) else (form.of, form.at_least)
    return Condition(parts=tuple(_premise(text, role) for text in texts), least=least)


def contrary(text: str) -> str:
    """The contrary of a statement as a premise is written."""
    return text.removeprefix("not ") if text.startswith("not ") else f"not {text}"


def _premise(text: str, role: Role) -> Premise:
    return Premise(statement=text.removeprefix("not "), negated=text.startswith("not "), role=role)
