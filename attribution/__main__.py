"""Let `python -m attribution` do what `attribution` does."""

from attribution.command import main

if __name__ == "__main__":
    raise SystemExit(main())
