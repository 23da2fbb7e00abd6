"""What all values have in common: they are frozen, complete, and refuse what they do not know.

None of it imports pydantic, which costs as much as Qt: what comes from a file is validated by `models/store/border`.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from itertools import count
from operator import attrgetter
from threading import RLock
from typing import Annotated, Any, ClassVar, dataclass_transform

MAX_TEXT = 20_000
OFTEN = 32
"""So many values of a kind are put together field by field; compiling how one is made takes as long as a hundred."""


class Limits:
    """What a field must keep to where a value comes from a file, in pydantic's words."""

    def __init__(self, **limits: Any) -> None:
        self.limits = limits

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], dict[str, Any]]) -> Any:
        return handler(source) | self.limits


Text = Annotated[str, Limits(strip_whitespace=True, min_length=1, max_length=MAX_TEXT)]
FreeText = Annotated[str, Limits(max_length=MAX_TEXT)]
Identifier = Annotated[str, Limits(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Code = Annotated[str, Limits(pattern=r"^[A-Z]{1,3}[0-9]{1,3}[a-z]?$")]
Paragraphs = Annotated[tuple[Annotated[int, Limits(ge=1)], ...], Limits(min_length=1)]
Probability = Annotated[float, Limits(ge=0, le=1, allow_inf_nan=False)]


_MAKING = RLock()
"""Held while a class is made: the first value of a kind may be wanted by two threads at once."""


def _standing_in(kind: Any, name: str, finish: Callable[[], None]) -> Callable[..., Any]:
    """Stands for a method that nobody has needed yet; needed, it is compiled."""

    def first(*given: Any, **named: Any) -> Any:
        finish()
        return getattr(kind, name)(*given, **named)

    return first


class _Fields:
    """Stands for the fields of a class that nobody has asked for yet; asked for, it makes them."""

    def __get__(self, instance: object, owner: Any) -> Any:
        owner.make()
        return vars(owner)["__dataclass_fields__"]


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=True, field_specifiers=(field,))
class Answer:
    """A frozen value that is only ever made by our own code, so its construction needs no validation.

    What is asked anew at every toggle is of this kind: a dataclass costs a twentieth of a validated model. A
    subclass declares its fields, and is made a dataclass when they are first asked for: all of them together cost
    a start a tenth of its time, and it needs one in three. How one is made is compiled for kinds that are made often.
    """

    def __init_subclass__(cls, kw_only: bool = True) -> None:
        super().__init_subclass__()

        def make() -> None:
            with _MAKING:
                if isinstance(vars(cls)["__dataclass_fields__"], _Fields):
                    dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)

        def finish() -> None:
            make()
            with _MAKING:
                if vars(cls)["__init__"] is not standing_in["__init__"]:
                    return  # another thread was faster
                methods = _methods(cls, kw_only)
                for name in ("__eq__", "__hash__", "__init__"):  # the last one last: until then others wait
                    if vars(cls)[name] is standing_in[name]:
                        setattr(cls, name, methods[name])

        standing_in = {name: _standing_in(cls, name, finish) for name in ("__init__", "__eq__", "__hash__")}
        for name, value in (*standing_in.items(), ("__dataclass_fields__", _Fields()), ("make", make)):
            if name not in vars(cls) or name == "__init__":
                setattr(cls, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __repr__(self) -> str:
        told = (f"{item.name}={getattr(self, item.name)!r}" for item in fields(self))  # type: ignore[arg-type]
        return f"{type(self).__qualname__}({', '.join(told)})"


def _methods(kind: Any, kw_only: bool) -> dict[str, Any]:
    """How a value of a kind is made, compared and hashed, field by field as `dataclass` does."""
    told = _told([item.name for item in fields(kind) if item.compare])

    def equals(one: Any, other: object) -> Any:
        return told(one) == told(other) if other.__class__ is one.__class__ else NotImplemented

    def hashed(one: Any) -> int:
        return hash(told(one))

    return {"__init__": _by_field(kind, kw_only), "__eq__": equals, "__hash__": hashed}


def _told(names: list[str]) -> Callable[[Any], Any]:
    """What a value holds; nothing of it has to be compiled."""
    return attrgetter(*names) if names else lambda _: ()


def _by_field(kind: Any, kw_only: bool) -> Callable[..., None]:
    """Makes the first values of a kind; what is made often, or is given in another way, is compiled from then on."""
    items = fields(kind)
    defaults = {item.name: item.default for item in items if item.default is not MISSING}
    factories = {item.name: item.default_factory for item in items if item.default_factory is not MISSING}
    every, made = frozenset(item.name for item in items), count(1)
    needed = every - defaults.keys() - factories.keys()

    def make(self: Any, /, *given: Any, **named: Any) -> None:
        if given or next(made) > OFTEN or not needed <= named.keys() <= every:
            kind.__init__ = _made(kind, kw_only)
            kind.__init__(self, *given, **named)
            return
        fresh = {name: factory() for name, factory in factories.items() if name not in named}
        for name, value in {**defaults, **fresh, **named}.items():
            object.__setattr__(self, name, value)
        if hasattr(kind, "__post_init__"):
            self.__post_init__()

    return make


def _made(kind: Any, kw_only: bool) -> Any:
    items = fields(kind)
    defaults = {f"_{item.name}": item.default for item in items if item.default is not MISSING}
    makers = {f"_{item.name}": item.default_factory for item in items if item.default_factory is not MISSING}
    known = {**defaults, **dict.fromkeys(makers, MISSING)}
    given = [f"{item.name}=_{item.name}" if f"_{item.name}" in known else item.name for item in items]
    lines = [f"_set(self, {item.name!r}, {item.name})" for item in items]
    lines += [f"if {name[1:]} is MISSING: _set(self, {name[1:]!r}, _makers[{name!r}]())" for name in makers]
    lines += ["self.__post_init__()" if hasattr(kind, "__post_init__") else "pass"]
    start = ", ".join(["self", *(["*"] if kw_only and given else []), *given])
    names = {**known, "_makers": makers, "_set": object.__setattr__, "MISSING": MISSING}
    made: dict[str, Any] = {}
    exec(f"def __init__({start}):\n " + "\n ".join(lines) + "\n", names, made)  # noqa: S102 - of names of fields alone
    return made["__init__"]


def plain_key(name: str) -> str:
    """The key of a field in a file: without the underscore that keeps it from being a word of Python's."""
    return name.rstrip("_")


class Value(Answer):
    """A frozen value that files hold: the types of its fields and its `__post_init__` say what one may say.

    Our own code makes only what they allow; `models/store/border` validates what comes from a file, and once
    more what goes into one.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {
        "extra": "forbid",
        "alias_generator": plain_key,
        "populate_by_name": True,
        "serialize_by_alias": True,
        "revalidate_instances": "always",
    }


def as_plain(value: Any) -> Any:
    """A value as a file has it: keys for fields, lists for tuples, and nothing that is at its default."""
    if isinstance(value, Value):
        key = value.__pydantic_config__["alias_generator"]
        told = ((item, getattr(value, item.name)) for item in fields(value))
        return {key(item.name): as_plain(inner) for item, inner in told if inner != default_of(item)}
    if isinstance(value, tuple):
        return [as_plain(inner) for inner in value]
    if isinstance(value, dict):
        return {name: as_plain(inner) for name, inner in value.items()}
    return value


def default_of(item: "Field[Any]") -> Any:
    """What a field is where nobody says anything; MISSING where it must be said."""
    return item.default if item.default_factory is MISSING else item.default_factory()
