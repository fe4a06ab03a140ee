"""What stops a run, in sentences."""

from collections.abc import Sequence

MOST_SENTENCES = 50


class Fault(Exception):  # noqa: N818 # A word of the glossary of errors, raised by its name.
    """A run that cannot go on: where, what was expected, what was found, what to do; all at once."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))


def raise_all(sentences: Sequence[str]) -> None:
    """Raises one `Fault` that says every sentence, the first fifty of very many; does nothing without any."""
    left = len(sentences) - MOST_SENTENCES
    if sentences:
        raise Fault(
            *sentences[:MOST_SENTENCES], *([f"{left} more faults of this kind follow."] if left > 0 else [])
        )
