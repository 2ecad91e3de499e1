"""No part of the library asks for the network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def in_a_process():
    """Return what runs a Python program in a process of its own and returns the lines that it prints."""

    def run(*arguments):
        environment = os.environ | {"MPLBACKEND": "agg"}
        command = [sys.executable, *arguments]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run


def test_nothing_that_the_library_does_asks_for_the_network(in_a_process):
    """Files, web pages, a corpus on disk, all questions, formats, pictures and commands: no socket, no name looked up."""
    first, *attempts = in_a_process("-m", "tests.everything")

    assert first.startswith(("everything", "without"))
    assert [line for line in attempts if line] == []


@pytest.mark.parametrize(
    "asking",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import urllib.request; urllib.request.urlopen('http://observer.example/')",
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    ],
)
def test_the_watch_sees_who_asks(in_a_process, asking):
    """What opens a connection, loads an address or sends a packet is refused and remembered."""
    code = f"""
import sys
from tests.everything import attempts, refuse
sys.addaudithook(refuse)
try:
    {asking}
except OSError:
    print(*attempts, sep=chr(10))
"""
    assert in_a_process("-c", code)
