"""What all values have in common: they are frozen, complete, and refuse what they do not know."""

from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from typing_extensions import dataclass_transform

MAX_TEXT = 20_000

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}[0-9]{1,3}[a-z]?$")]
Paragraphs = Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1)]


class Value(BaseModel):
    """A frozen value whose construction is its validation."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True, defer_build=True
    )


class _Fields:
    """Stands for the fields of a class that nobody has asked for yet; asked for, it makes them."""

    def __get__(self, instance: object, owner: Any) -> Any:
        owner.make()
        return vars(owner)["__dataclass_fields__"]


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=True, field_specifiers=(field,))
class Answer:
    """A frozen value that is only ever made by our own code, so its construction needs no validation.

    What is asked anew at every toggle is of this kind: a dataclass costs a twentieth of a validated model. A
    subclass declares its fields, and is made a dataclass when the first of it is made: all of them together cost
    a start a tenth of its time, and it needs one in three.
    """

    def __init_subclass__(cls, kw_only: bool = True) -> None:
        def make() -> None:
            del cls.__init__, cls.__dataclass_fields__, cls.make  # type: ignore[attr-defined]
            dataclass(frozen=True, kw_only=kw_only)(cls)

        def first(self: Any, *args: Any, **given: Any) -> None:
            make()
            cls.__init__(self, *args, **given)

        for name, value in (("__init__", first), ("__dataclass_fields__", _Fields()), ("make", make)):
            setattr(cls, name, value)
