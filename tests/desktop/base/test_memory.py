"""What a picture took is given back when it is gone, whatever was there before it."""

import subprocess
import sys

import pytest

PICTURES = """
import ctypes
from desktop.base.collector import give_back

class Told(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd u f o d k".split()]

glibc = ctypes.CDLL(None)
glibc.mallinfo2.restype = Told
give_back()
screen = bytearray(8_000_000)
del screen
before = glibc.mallinfo2().hblkhd
chart = bytearray(1_000_000)
print(glibc.mallinfo2().hblkhd - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc is asked what it mapped")
def test_a_chart_is_given_back_though_a_whole_screen_was_freed_before() -> None:
    done = subprocess.run([sys.executable, "-c", PICTURES], check=True, capture_output=True, text=True)

    assert int(done.stdout) >= 1_000_000
