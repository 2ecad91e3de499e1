"""The tests of trust make entries as those of the corpus do."""

from tests.corpus.conftest import entry  # noqa: F401 a fixture
