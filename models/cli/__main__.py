"""`python -m models.cli`: the commands without the window."""

import sys

from models.cli import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
