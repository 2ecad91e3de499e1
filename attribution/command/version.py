"""Which release is installed, and the option that shows it."""

from argparse import Action, ArgumentParser
from importlib.metadata import PackageNotFoundError, version


def installed_version() -> str:
    """Return the release; *not installed* where the package runs from a folder that no installer knows."""
    try:
        return version("claim-attribution")
    except PackageNotFoundError:
        return "not installed"


class ShowVersion(Action):
    """Show the version, which is looked up only when it is asked for."""

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        """Print it and leave."""
        parser.exit(message=f"attribution {installed_version()}\n")
