"""The command line as tests call it: inside this process, or in one of its own."""

import json
import os
import subprocess
import sys
from typing import Any

from click.testing import CliRunner, Result

from models.cli import commands


def call(*arguments: object) -> Result:
    """The result of a command."""
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


def answer(*arguments: object) -> Any:
    """The JSON that a command answers."""
    result = call(*arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "models.cli", *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )
