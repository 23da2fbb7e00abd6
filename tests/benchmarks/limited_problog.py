"""ProbLog in a process of its own that ends in time, in memory and with all that it has started.

ProbLog compiles with `dsharp`, a process that takes 20 GB for a hard case and lives on when ProbLog is ended alone.
"""

import os
import resource
import signal
import tempfile
import warnings
from contextlib import suppress
from math import ceil
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from time import perf_counter
from typing import NamedTuple

MEMORY = 4 << 30  # bytes of address space a process, which a laptop has to spare


class Run(NamedTuple):
    """How many seconds ProbLog was at it, and whether it got to an answer."""

    seconds: float
    answered: bool


def run_problog(program: str, patience: float) -> Run:
    """Ask for all probabilities once; give up after `patience` seconds, or before if memory runs out."""
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    with tempfile.TemporaryDirectory() as place:
        process = context.Process(target=_answer, args=(program, patience, place, sender), daemon=True)
        process.start()
        sender.close()
        try:
            receiver.recv()  # it is about to begin
            return receiver.recv() if receiver.poll(patience) else Run(patience, answered=False)
        finally:
            _end_group(process)


def _end_group(leader: BaseProcess) -> None:
    if leader.pid:
        with suppress(ProcessLookupError):
            os.killpg(leader.pid, signal.SIGKILL)
    leader.kill()  # should it not lead a group yet
    leader.join()


def _answer(program: str, patience: float, place: str, sender: Connection) -> None:
    os.setpgrp()
    _limit(resource.RLIMIT_AS, MEMORY)
    _limit(resource.RLIMIT_CPU, ceil(2 * patience) + 10)  # for when nobody is left to end it
    tempfile.tempdir = place
    warnings.simplefilter("ignore")
    from problog import get_evaluatable
    from problog.ddnnf_formula import DSharpError
    from problog.program import PrologString

    sender.send(None)
    start = perf_counter()
    answered = True
    try:
        get_evaluatable().create_from(PrologString(program)).evaluate()
    except (DSharpError, MemoryError):
        answered = False
    sender.send(Run(perf_counter() - start, answered))


def _limit(what: int, most: int) -> None:
    resource.setrlimit(what, (most, most))
