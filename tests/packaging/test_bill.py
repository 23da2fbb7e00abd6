"""The bill of materials names what is in the bundle and nothing else."""

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[2] / "packaging"))

from bundle import without_absent


def _component(name: str, released: str) -> dict[str, str]:
    return {"bom-ref": f"{name}@{released}", "name": name, "version": released}


def test_what_another_python_would_have_is_not_in_the_bill() -> None:
    here = _component("numpy", version("numpy"))
    absent = _component("numpy", "0.0.1")
    own = _component("whatholds", "0.1.0")
    needs = [{"ref": own["bom-ref"], "dependsOn": [here["bom-ref"], absent["bom-ref"]]}]
    needs += [{"ref": one["bom-ref"], "dependsOn": []} for one in (here, absent)]
    bill: dict[str, Any] = {
        "metadata": {"component": own},
        "components": [here, absent],
        "dependencies": needs,
    }

    kept = without_absent(bill)

    assert kept["components"] == [here]
    assert kept["dependencies"] == [
        {"ref": own["bom-ref"], "dependsOn": [here["bom-ref"]]},
        {"ref": here["bom-ref"], "dependsOn": []},
    ]
