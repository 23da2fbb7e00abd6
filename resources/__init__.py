"""Files that ship with the application: cases, templates, styles, icons and fonts."""

from pathlib import Path

ROOT = Path(__file__).parent
