"""Python looks for no garbage while models load, and does as before afterwards."""

import gc

import pytest

from attribution.document.collecting import without_collecting
from attribution.document.pipeline import load_pipeline


@pytest.fixture(autouse=True)
def enabled():
    """Leave collecting as it was."""
    was_enabled = gc.isenabled()
    yield
    (gc.enable if was_enabled else gc.disable)()


@pytest.mark.parametrize("before", [True, False])
def test_collecting_is_as_before(before):
    """Inside nothing is collected; afterwards it is what it was, also where an error ended it."""
    (gc.enable if before else gc.disable)()

    with without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled() is before
    with pytest.raises(ZeroDivisionError), without_collecting():
        1 / 0  # noqa: B018

    assert gc.isenabled() is before


def test_a_loaded_pipeline_leaves_collecting_on():
    """Whoever loads a pipeline goes on with garbage being collected."""
    gc.enable()

    load_pipeline()

    assert gc.isenabled()
