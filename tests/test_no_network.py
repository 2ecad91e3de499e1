"""No part of the library opens a network connection."""

import subprocess
import sys
import textwrap

SCRIPT = textwrap.dedent("""
    import socket

    def refused(*_arguments, **_named):
        raise AssertionError("a socket was opened")

    socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refused

    import attribution

    article = attribution.read_text(
        "“We will not leave,” said Amina Haddad, a spokeswoman for the dockers. She said the strike would go on.",
        outlet="Northern Wire",
    )
    corpus = attribution.Corpus()
    corpus.add(article)
    answers = corpus.who_said("The strike will go on")
    corpus.corroboration("The strike will go on")
    print(len(article.statements), len(corpus.graph) > 0)
""")


def test_reading_and_asking_open_no_socket():
    """An article is read, added and asked about in a process whose sockets refuse to connect."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["2", "True"]
