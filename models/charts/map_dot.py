"""How high `dot` puts what stands in a graph; large graphs go to a process of their own.

While `dot` is at work no other thread of its process goes on, and a window would stand still. This file is that
other process's program too, so that it knows nothing of the project.
"""

import json
import subprocess
import sys

WINDOWLESS = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def heights(graph: str) -> dict[str, float]:
    """How high the centre of every node of a graph in dot's language is put, in points, downwards."""
    from pygraphviz import AGraph

    placed = AGraph(string=graph)
    placed.layout(prog="dot")
    return {str(node): -float(node.attr["pos"].split(",")[1]) for node in placed.nodes()}


def heights_apart(graph: str) -> dict[str, float]:
    """The same, worked out in another process; in this one where no other can be had."""
    try:
        answer = subprocess.run(  # noqa: S603 - this file, by the interpreter that runs it
            [sys.executable, "-P", __file__],
            input=graph.encode(),
            capture_output=True,
            check=True,
            creationflags=WINDOWLESS,
        )
        found: dict[str, float] = json.loads(answer.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return heights(graph)
    return found


if __name__ == "__main__":
    json.dump(heights(sys.stdin.buffer.read().decode()), sys.stdout)
