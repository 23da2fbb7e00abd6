"""Finds the application's folders and starts it.

An installed copy keeps them out of reach of other packages, in a folder of its own: `models` and `resources` are names
that others take too. Beside the source they stand where they are.
"""

import sys
from pathlib import Path

_PRIVATE = Path(__file__).with_name("whatholds_private")
if _PRIVATE.is_dir() and str(_PRIVATE) not in sys.path:
    sys.path.insert(0, str(_PRIVATE))

from desktop.__main__ import main, window  # noqa: E402

__all__ = ["main", "window"]

if __name__ == "__main__":
    main()
