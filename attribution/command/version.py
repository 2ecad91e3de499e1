"""The option that shows which release is installed."""

from argparse import Action, ArgumentParser
from importlib.metadata import PackageNotFoundError, version


class ShowVersion(Action):
    """Show the version, which is looked up only when it is asked for."""

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        """Print it and leave."""
        try:
            parser.exit(message=f"attribution {version('claim-attribution')}\n")
        except PackageNotFoundError:
            parser.exit(message="attribution, not installed\n")
