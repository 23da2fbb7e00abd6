"""What AIF argues is what the case argues, and what is left out is told with its number."""

import json
from pathlib import Path

from tests.models.importing.texts import AIF, brought, case_of, rules_of, told


def test_what_else_aif_says_is_told_with_its_number(tmp_path: Path) -> None:
    nodes = [{"nodeID": name, "text": f"Claim {name}", "type": "I"} for name in "124"]
    nodes.append({"nodeID": "3", "text": "", "type": "RA"})
    ends = (("1", "3"), ("3", "2"), ("4", "2"), ("77", "3"))
    data = {
        "nodes": nodes,
        "edges": [{"fromID": one, "toID": other} for one, other in ends],
        "locutions": [{"nodeID": "1"}, {"nodeID": "2"}],
        "participants": [{"firstname": "Ann"}],
    }

    remarks = told(brought(tmp_path, "graph.json", json.dumps(data)))

    assert "What was said in the dialogue, and by whom, was left out (“1”)." in remarks
    assert "What was said in the dialogue, and by whom, was left out (“2”)." in remarks
    assert "Who took part in the dialogue was left out (“Ann”)." in remarks
    assert "(“77 → 3”)" in remarks
    assert "(“Claim 4 → Claim 2”)" in remarks


def test_inferences_and_conflicts_of_aif_become_arguments_and_objections(tmp_path: Path) -> None:
    found = brought(tmp_path, "map.json", AIF)
    case = case_of(found)

    assert ("('funds-are-voted', 'not the-vote-was-void')", "build-it") in rules_of(case)
    assert ("('it-floods',)", "against build-it") in rules_of(case)
    assert "What was said in the dialogue, and by whom, was left out (“6 A: build it”)." in told(found)


def test_what_a_case_has_nothing_for_in_aif_is_told_by_its_name(tmp_path: Path) -> None:
    nodes = [{"nodeID": name, "text": f"Claim {name}", "type": "I"} for name in "12"]
    nodes += [
        {"nodeID": "3", "text": "", "type": "RA", "timestamp": "2020"},
        {"nodeID": "3", "text": "again"},
    ]
    nodes += [
        {"nodeID": "4", "text": "Conflict", "type": "CA"},
        {"nodeID": "5", "text": "Liked", "type": "PA"},
    ]
    ends = (("1", "3"), ("3", "2"), ("3", "4"))
    data = {
        "nodes": [*nodes, "loose"],
        "edges": [{"fromID": one, "toID": other, "formEdgeID": "9"} for one, other in ends],
        "schemefulfillments": [{"nodeID": "3"}],
    }

    remarks = told(brought(tmp_path, "graph.json", json.dumps(data)))

    wanted = ("nodes: timestamp", "edges: formEdgeID", "3 again", "3 → 4", "4 Conflict", "5 Liked", "loose")
    for name in (*wanted, "schemefulfillments"):
        assert f"(“{name}”)" in remarks
