"""Keeps Python's collector from running in a background thread.

A Qt object that is destroyed there holds a lock of Qt's while it waits for Python's, and the window's thread may hold
Python's while it waits for that one: then both wait for ever. So nothing is collected while a question is answered
in the background. Called from the window's thread only.
"""

import gc

_held = 0
_wanted = False


def hold() -> None:
    """Collect nothing until it is let go as often as it was held."""
    global _held, _wanted
    if not _held:
        _wanted = gc.isenabled()
        gc.disable()
    _held += 1


def let_go() -> None:
    """Collect again, if that was wanted, once nobody holds it any more."""
    global _held
    _held -= 1
    if not _held and _wanted:
        gc.enable()


def allow() -> None:
    """Collect from now on, or as soon as nobody holds it."""
    global _wanted
    _wanted = True
    if not _held:
        gc.enable()
