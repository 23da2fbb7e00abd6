"""Files that ship with the application: cases, templates, styles, icons and fonts."""

from importlib.resources import files
from pathlib import Path

ROOT = Path(str(files(__name__)))
