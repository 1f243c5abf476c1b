"""What a worker cannot do: reach a network, outlive its parent, take all memory, run without end."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import socket
import sys
import threading

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_STACK = 64 * 1024 * 1024
_FILES = 4096
_NOWHERE = ("192.0.2.1", 9)
"""An address of the block for documentation (RFC 5737): nobody is there, and nothing is sent."""


def confine(memory: int, *, network: bool, parent: int) -> bool:
    """Confine this process for good; return whether it can still reach a network. ``network`` leaves it one."""
    if sys.platform.startswith("linux"):
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # the parent ended before the line above
            os._exit(0)
        if not network and libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
            libc.unshare(_CLONE_NEWNET)  # as root where users cannot have namespaces
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_STACK, _STACK)
    limit(resource.RLIMIT_NOFILE, _FILES)
    limit(resource.RLIMIT_AS, memory)
    return _reaches_out()


def limit(what: int, value: int) -> None:
    """Lower a limit of this process; one that is lower already stays."""
    _, most = resource.getrlimit(what)
    if most != resource.RLIM_INFINITY:
        value = min(value, most)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(what, (value, value if what != resource.RLIMIT_STACK else most))


def watch(parent: int, every: float = 5.0) -> None:
    """End this process when its parent has ended, where the kernel does not do so."""

    def look() -> None:
        pause = threading.Event()
        while not pause.wait(every):
            if os.getppid() != parent:
                os._exit(0)

    if not sys.platform.startswith("linux"):
        threading.Thread(target=look, daemon=True).start()


def _reaches_out() -> bool:
    """Whether the kernel knows a way to any other machine: connecting a datagram socket asks for the way and sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_NOWHERE)
        except OSError:
            return _reaches_itself()
        return True


def _reaches_itself() -> bool:
    """Whether this machine's own loopback answers: services on it are as much of a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("127.0.0.1", 9))
        except OSError:
            return False
        return True
