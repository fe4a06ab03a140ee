"""What may be asked of a run while it goes: to stop, and to write a checkpoint now."""

import signal
from pathlib import Path
from types import FrameType


class Requests:
    """Signals from the first moment; files once the output folder is known."""

    def __init__(self) -> None:
        self.signalled = False
        self.output: Path | None = None
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.receive)

    def receive(self, _number: int, _frame: FrameType | None) -> None:
        self.signalled = True

    def watch(self, output: Path) -> None:
        self.output = output

    @property
    def stop(self) -> bool:
        return self.signalled or self.exists("stop")

    @property
    def checkpoint(self) -> bool:
        return self.exists("checkpoint")

    def answer(self, name: str) -> None:
        """Removes the file of a request that was met."""
        if self.output is not None:
            (self.output / name).unlink(missing_ok=True)

    def exists(self, name: str) -> bool:
        return self.output is not None and (self.output / name).is_file()
