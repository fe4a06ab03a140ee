"""The command line: train, make-base and check."""

import os
import sys
from pathlib import Path

from .events import Events
from .requests import Requests

USAGE = "usage: python -m millrace_runner train <spec.json> | make-base <json> | check"

# Nothing is fetched: models and tokenizers are local folders.
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "TOKENIZERS_PARALLELISM": "false",
}


def main(arguments: list[str]) -> int:
    os.environ.update(OFFLINE)
    # The libraries take seconds to load: a stop that comes meanwhile must be heard.
    match arguments:
        case ["train", path]:
            events, requests = Events(), Requests()
            from .train import run_training  # noqa: PLC0415

            return run_training(Path(path), events, requests)
        case ["make-base", path]:
            from .make_base import make_base_from  # noqa: PLC0415

            return make_base_from(Path(path))
        case ["check"]:
            from .check import print_check  # noqa: PLC0415

            return print_check()
        case _:
            print(USAGE, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
