"""Where networks run: on the processor, or on an accelerator that torch sees."""

import os
import sys
from importlib.util import find_spec

from attribution.errors import PipelineError

CPU = "cpu"
DRIVERS = ("/dev/nvidiactl", "/dev/nvmap", "/dev/kfd", "/dev/dxg")  # NVIDIA's, Jetson's, AMD's, and Windows' below it


def usual_device() -> str:
    """Return the device on which networks run unless told otherwise: the accelerator, where torch sees one.

    Torch takes a second to import and 0.2 GB, which a question to a corpus does without. So it is asked only where the
    extra `gpu` is installed, and where it is imported already or the system shows an accelerator.
    """
    if not find_spec("onnx") or not ("torch" in sys.modules or _is_shown()):
        return CPU
    import torch

    return "cuda" if torch.cuda.is_available() else CPU


def _is_shown() -> bool:
    """Whether there may be an accelerator: on Linux its driver makes a file."""
    return sys.platform != "linux" or any(map(os.path.exists, DRIVERS))


def check_device(device: str) -> None:
    """See that torch has a device.

    Raises:
        PipelineError: it does not know the name, or was not built for the device.
    """
    import torch

    try:
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError) as error:
        raise PipelineError(f"torch sees no device {device!r} ({error})", f"give one it sees, or {CPU!r}") from error
