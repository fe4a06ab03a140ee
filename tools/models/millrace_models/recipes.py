"""What each tiny model is: its configuration, its pairs and its steps."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from transformers import (
    BertConfig,
    BertForMaskedLM,
    BertModel,
    MarianConfig,
    MarianMTModel,
    PreTrainedModel,
    T5Config,
    T5ForConditionalGeneration,
)

from .corpus import Pair, english, paraphrases, ticket_sentences, translations

TEMPLATED = 20_000
WORDS = 1_400
LONGEST = 128


@dataclass(frozen=True)
class Recipe:
    pairs: Callable[[random.Random, Sequence[str]], list[Pair]]
    model: Callable[[int], PreTrainedModel]
    steps: int
    languages: tuple[str, str] | None = None


def marian(words: int) -> PreTrainedModel:
    return MarianMTModel(
        MarianConfig(
            vocab_size=words,
            d_model=96,
            encoder_layers=2,
            decoder_layers=2,
            encoder_attention_heads=4,
            decoder_attention_heads=4,
            encoder_ffn_dim=256,
            decoder_ffn_dim=256,
            max_position_embeddings=LONGEST,
            dropout=0.05,
            activation_function="relu",
            scale_embedding=True,
            eos_token_id=0,
            pad_token_id=2,
            decoder_start_token_id=2,
            forced_eos_token_id=None,
        )
    )


def t5(words: int) -> PreTrainedModel:
    return T5ForConditionalGeneration(
        T5Config(
            vocab_size=words,
            d_model=96,
            d_kv=24,
            d_ff=256,
            num_layers=2,
            num_heads=4,
            relative_attention_num_buckets=16,
            relative_attention_max_distance=64,
            dropout_rate=0.05,
            eos_token_id=0,
            pad_token_id=2,
            decoder_start_token_id=2,
            n_positions=LONGEST,
        )
    )


def bert_config(words: int, width: int) -> BertConfig:
    return BertConfig(
        vocab_size=words,
        hidden_size=width,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=2 * width,
        max_position_embeddings=LONGEST,
        hidden_dropout_prob=0.05,
        attention_probs_dropout_prob=0.05,
        type_vocab_size=1,
        pad_token_id=2,
    )


def bert(words: int) -> PreTrainedModel:
    return BertForMaskedLM(bert_config(words, 96))


def encoder(words: int) -> PreTrainedModel:
    return BertModel(bert_config(words, 64), add_pooling_layer=False)


def by_mode(mode: str, *, back: bool = False) -> Callable[[random.Random, Sequence[str]], list[Pair]]:
    """English texts and what Apertium makes of them in a mode; the other way round with `back`."""

    def pairs(rng: random.Random, tickets: Sequence[str]) -> list[Pair]:
        found = translations(english(rng, tickets, TEMPLATED), mode)
        return [(target, source) for source, target in found] if back else found

    return pairs


def ways(rng: random.Random, tickets: Sequence[str]) -> list[Pair]:
    return paraphrases(rng, tickets, TEMPLATED)


def alone(rng: random.Random, tickets: Sequence[str]) -> list[Pair]:
    return [(text, text) for text in english(rng, tickets, TEMPLATED)]


RECIPES: dict[str, Recipe] = {
    "tiny-marian-en-es": Recipe(by_mode("eng-spa"), marian, 2_600, ("en", "es")),
    "tiny-marian-es-en": Recipe(by_mode("eng-spa", back=True), marian, 2_600, ("es", "en")),
    "tiny-marian-en-eo": Recipe(by_mode("en-eo"), marian, 2_600, ("en", "eo")),
    "tiny-marian-eo-en": Recipe(by_mode("en-eo", back=True), marian, 2_600, ("eo", "en")),
    "tiny-t5-paraphrase": Recipe(ways, t5, 2_600),
    "tiny-bert-mask": Recipe(alone, bert, 2_000),
    "tiny-bert-embed": Recipe(ways, encoder, 1_200),
}


def pairs_of(name: str, tickets: Path, seed: int) -> tuple[list[Pair], list[Pair]]:
    """Pairs to learn from, and 400 held out."""
    rng = random.Random(seed)
    pairs = RECIPES[name].pairs(rng, ticket_sentences(tickets))
    rng.shuffle(pairs)
    return pairs[400:], pairs[:400]
