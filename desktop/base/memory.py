"""Gives memory back that pictures took, where the C library would keep it."""

import ctypes
import sys

LARGE = 256 * 1024
"""Bytes from which memory is mapped by itself: less than any picture of a screen, a chart or a page."""
MMAP_THRESHOLD = -3
"""What glibc calls the limit, in its `malloc.h`."""


def give_back() -> None:
    """Let glibc return a picture's memory as soon as it is gone.

    Else it raises its limit to the largest that was freed, the room's screen at 8 MB, and puts charts and pictures
    among small things, between which they leave holes: 12 MB after some hundred toggles.
    """
    if sys.platform == "linux":
        choose = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries of Linux have none
        if choose is not None:
            choose(MMAP_THRESHOLD, LARGE)
