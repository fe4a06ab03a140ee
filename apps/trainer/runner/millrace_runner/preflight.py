"""What is tried on a few documents before the first step: a pack must say what its documents say alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .attention import VARLEN, use_attention
from .batches import IGNORED, Row
from .causal import CausalLearner, entropy
from .classifier import ClassifierLearner
from .faults import Fault
from .learner import autocast
from .shard_checks import Findings
from .shards import Ints, Rows

DOCUMENTS, TOKENS = 4, 128
ENDED_SHARE = 0.5


@dataclass(frozen=True)
class Tolerance:
    """The most that two ways to one loss may differ: a document's mean, and a token's in equal shapes."""

    mean: float
    token: float


TOLERANCES = {torch.float32: Tolerance(1e-3, 1e-5), torch.bfloat16: Tolerance(5e-2, 1e-2)}


@torch.no_grad()
def check_packing(learner: CausalLearner, rows: Rows, context: int) -> list[str]:
    """Finds a way through the base that keeps documents apart, with warnings, or raises a `Fault`."""
    warnings = []
    documents = sample_documents(rows, context)
    fused = learner.base.config._attn_implementation == VARLEN
    if fused and (why := differs(learner, documents)):
        use_attention(learner.base, learner.by_mask)
        warnings.append(f"The variable-length attention kernel is not used, attention by mask is: {why}.")
        fused = False
    if not fused and (why := differs(learner, documents)):
        learner.whole = True
        if differs(learner, documents):
            raise Fault(
                f"The base {learner.base.config.model_type} cannot be trained on packed documents: {why}."
            )
    return warnings


def differs(learner: CausalLearner, documents: Sequence[Ints]) -> str:
    """Says how the losses of a pack differ from those of its documents alone; empty when they do not."""
    try:
        return difference(learner, documents)
    except (Fault, TypeError, ValueError, RuntimeError, NotImplementedError, IndexError) as error:
        if isinstance(error, torch.OutOfMemoryError):
            raise
        return f"a trial failed with {type(error).__name__}: {str(error).rstrip('.')}"


def difference(learner: CausalLearner, documents: Sequence[Ints]) -> str:
    tolerance = TOLERANCES[learner.precision]
    alone = [plain_losses(learner, document) for document in documents]
    if not all(bool(losses.isfinite().all()) for losses in alone):
        return "a document alone has a loss that is not finite; its weights are damaged"
    packed = pack_losses(learner, documents)
    means = [abs(float(a.mean() - b.mean())) for a, b in zip(alone, packed, strict=True)]
    if not max(means) <= tolerance.mean:
        return f"a document's loss changes by {max(means):.2g} when it is packed with others"
    others = pack_losses(learner, [other_tokens(learner, documents[0]), *documents[1:]])
    if not (leak := largest(packed[1:], others[1:])) <= tolerance.token:
        return f"a document sees the one before it (its loss changes by {leak:.2g})"
    ending = [*documents[:-1], np.append(documents[-1][:-1], other_tokens(learner, documents[-1][-1:]))]
    ahead = pack_losses(learner, ending)
    if not (leak := largest([packed[-1][:-1]], [ahead[-1][:-1]])) <= tolerance.token:
        return f"a token sees the ones after it (its loss changes by {leak:.2g})"
    return ""


def largest(first: Sequence[Tensor], second: Sequence[Tensor]) -> float:
    differences = (torch.cat([*first]) - torch.cat([*second])).abs()
    return float(differences.max()) if differences.numel() else 0.0


def plain_losses(learner: CausalLearner, document: Ints) -> Tensor:
    """The losses of one document as transformers itself computes them, with attention by mask."""
    before = learner.base.config._attn_implementation
    if before == VARLEN:
        use_attention(learner.base, learner.by_mask)
    try:
        ids = torch.from_numpy(document.astype(np.int64))[None].to(learner.device)
        with autocast(learner.device, learner.precision):
            logits = learner.base(input_ids=ids, use_cache=False).logits
        return entropy(logits[0, :-1], ids[0, 1:])
    finally:
        if before == VARLEN:
            use_attention(learner.base, before)


def pack_losses(learner: CausalLearner, documents: Sequence[Ints]) -> list[Tensor]:
    losses = learner.losses(learner.collate([pack_of(documents)]).to(learner.device))
    return list(losses.split([len(document) - 1 for document in documents]))


def pack_of(documents: Sequence[Ints]) -> Row:
    """A pack in which every token is scored but the first of each document."""
    labels = [np.concatenate([[IGNORED], document[1:]]) for document in documents]
    return {
        "input_ids": np.concatenate(documents),
        "labels": np.concatenate(labels).astype(np.int32),
        "seq_lengths": np.array([len(document) for document in documents], np.int32),
    }


def other_tokens(learner: CausalLearner, tokens: Ints) -> Ints:
    size = learner.vocabulary
    changed: Ints = ((tokens + 1) % size).astype(np.int32)
    return changed


def sample_documents(rows: Rows, context: int) -> list[Ints]:
    """The beginnings of the first documents of two tokens and more; one alone is its own neighbour."""
    most = max(2, min(TOKENS, context // DOCUMENTS))
    found: list[Ints] = []
    for index in range(min(len(rows), 64)):
        row = rows[index]
        ends = np.cumsum(row["seq_lengths"])
        documents = np.split(row["input_ids"], ends[:-1])
        found += [document[:most] for document in documents if len(document) > 1]
        if len(found) >= DOCUMENTS:
            break
    if not found:
        raise Fault("The first 64 training rows hold no document of two tokens; there is nothing to predict.")
    return (found * 2)[:2] if len(found) == 1 else found[:DOCUMENTS]


@torch.no_grad()
def check_padding(learner: ClassifierLearner, rows: Rows) -> None:
    """A padded row must be classified as it is alone; otherwise the base looks at its padding."""
    sample = [rows[index] for index in range(min(len(rows), DOCUMENTS))]
    longest = max(sample, key=lambda row: len(row["input_ids"]))
    stretched = {**longest, "input_ids": np.append(longest["input_ids"], longest["input_ids"][:3])}
    together = learner.logits(learner.collate([*sample, stretched]).to(learner.device))
    for row, logits in zip(sample, together, strict=False):
        alone = learner.logits(learner.collate([row]).to(learner.device))[0]
        if not (change := float((alone - logits).abs().max())) <= TOLERANCES[learner.precision].mean:
            raise Fault(
                f"The base gives a padded text other scores than the text alone (by {change:.2g}); its "
                f"padding token {learner.pad} must be one that no text holds."
            )


def findings_warnings(findings: Findings, has_end: bool) -> list[str]:
    """Warns of packs that teach no end of text, or begin texts twice."""
    warnings = []
    if not has_end:
        warnings.append("The base names no end token, so the model cannot learn to stop.")
    elif findings.ended < ENDED_SHARE * findings.documents:
        warnings.append(
            f"Only {findings.ended} of {findings.documents} documents hold a supervised end token; "
            "the model may not learn to stop."
        )
    if findings.doubled:
        warnings.append(f"{findings.doubled} of {findings.documents} documents begin with two begin tokens.")
    return warnings
