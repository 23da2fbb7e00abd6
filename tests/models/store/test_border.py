"""What validates is built by one thread at a time."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from models.schema.value import Value
from models.store import border


class Drawn(Value):
    """A value that nobody has asked about yet."""

    name: str = ""


def test_a_thread_waits_while_another_loads_what_validates() -> None:
    with ThreadPoolExecutor(1) as pool:
        with border._BUILDING:
            asked = pool.submit(border.adapter, Drawn)
            with pytest.raises(TimeoutError):
                asked.result(timeout=0.2)

        assert asked.result(timeout=20).validate_python({"name": "A"}) == Drawn(name="A")
