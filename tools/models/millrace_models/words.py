"""Tokenizers of the tiny models: byte-pair merges over words, single digits, bytes for what is left."""

import json
from collections.abc import Iterable

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers

EOS, PAD, UNKNOWN, MASK = "</s>", "<pad>", "<unk>", "<mask>"


def learn_tokenizer(texts: Iterable[str], size: int) -> Tokenizer:
    """Learns a vocabulary of `size` whose ids begin with EOS, UNKNOWN, PAD, MASK and the 256 bytes."""
    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN, byte_fallback=True, fuse_unk=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Metaspace(prepend_scheme="first"), pre_tokenizers.Digits(individual_digits=True)]
    )
    tokenizer.decoder = decoders.Sequence(
        [decoders.ByteFallback(), decoders.Metaspace(prepend_scheme="first"), decoders.Fuse()]
    )
    tokenizer.train_from_iterator(
        texts,
        trainers.BpeTrainer(
            vocab_size=size,
            special_tokens=[EOS, UNKNOWN, PAD, MASK, *(f"<0x{byte:02X}>" for byte in range(256))],
            initial_alphabet=[chr(code) for code in range(33, 127)],
            show_progress=False,
        ),
    )
    # The bytes are ordinary tokens, which texts may not spell out.
    plain = Tokenizer.from_str(without_special_bytes(tokenizer.to_str()))
    plain.post_processor = processors.TemplateProcessing(
        single=f"$A {EOS}", special_tokens=[(EOS, plain.token_to_id(EOS))]
    )
    return plain


def without_special_bytes(text: str) -> str:
    value = json.loads(text)
    value["added_tokens"] = [
        token for token in value["added_tokens"] if not token["content"].startswith("<0x")
    ]
    for token in value["added_tokens"]:
        # The space before a hidden word belongs to the token that hides it.
        token["lstrip"] = token["content"] == MASK
    return json.dumps(value, ensure_ascii=False)
