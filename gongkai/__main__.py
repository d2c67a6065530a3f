"""Run the command line: `gongkai`, or `python -m gongkai`."""

from __future__ import annotations

import signal

__all__ = ["main"]


def main() -> None:
    """Load the command line and run it."""
    if waits := signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not so behind nohup
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while all is loaded ends it without a traceback
    from gongkai.cli import main as run

    if waits:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run()


if __name__ == "__main__":
    main()
