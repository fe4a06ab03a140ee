"""Small bases in the styles of public ones, trained on the spot, and what is encoded with them."""

import json
import random
from pathlib import Path
from typing import Any

from tokenizers import (
    AddedToken,
    Regex,
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
    trainers,
)

TOOL = Path(__file__).parent.parent
FIXTURES = TOOL.parent.parent / "libs" / "text" / "fixtures"
TEMPLATES = FIXTURES / "templates"

LLAMA3_SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}|"
    r" ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
BYTE_TOKENS = [f"<0x{byte:02X}>" for byte in range(256)]

SENTENCES = [
    "The quick brown fox doesn't jump over 12345 lazy dogs.",
    "Der schnelle braune Fuchs springt \u00fcber den faulen Hund; gr\u00f6\u00dfer als zuvor!",
    "Le caf\u00e9 co\u00fbte 3,50 \u20ac \u00e0 No\u00ebl.",
    "\u0628\u0633\u0645 \u0627\u0644\u0644\u0647 \u0645\u064e\u0631\u0652\u062d\u064e\u0628\u064b\u0627",
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd, \u05de\u05d4 \u05e0\u05e9\u05de\u05e2?",
    "\u6771\u4eac\u5927\u5b66\u306f\u65e5\u672c\u306e\u56fd\u7acb\u5927\u5b66\u3067\u3059\u3002",
    "\ud55c\uad6d\uc5b4 \ubb38\uc7a5\uc785\ub2c8\ub2e4. \u1112\u1161\u11ab",
    "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\u0e0a\u0e32\u0e27\u0e42\u0e25\u0e01",
    "\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440! \u0397 \u03bf\u03b4\u03cc\u03c2.",
    "\u0939\u093f\u0928\u094d\u0926\u0940 \u092e\u0947\u0902 \u0928\u092e\u0938\u094d\u0924\u0947",
    "def f(x):\n\treturn {'a': x ** 2}  # comment\r\n",
]

HOSTILE = [
    "",
    " ",
    "\n",
    " \n\n\t  \r\n ",
    "\x00\x01\x1f\x7f\x80\x85\xa0",
    "\ufeffBOM first, \u200bzero\u200dwidth\u2060 and \u202eoverride\u202c",
    "\ufdd0\ufdd1\uffff\U0010ffff noncharacters, \ue000 private",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea \U0001f44d\U0001f3ff \u2764\ufe0f",
    "e\u0301 \u00e9 A\u030a \u212b \ufb01 \u0130\u0131\u00df\u017f \u1e9e",
    "a" * 5000,
    " " * 3000 + "x",
    "\u0300" * 500,
    "I'm you'RE we'Ve it\u2019s 'S 'T 1234567 \u0661\u0662\u0663 \u2167 \u00bd",
    "<s>strike</s> <|endoftext|> <|im_start|>user <bos><eos> [CLS] [SEP] [UNK] <unk> <pad> <0x41>",
    " <|im_end|> a<|im_end|>b <|eot_id|>\n<end_of_turn>",
    "\u2581already\u2581metaspace \u0120\u010a byte-level letters",
    "no newline\nat\n\n\nend\n",
    "\U00020000\U0002f800\U000e0041 astral",
]


def texts() -> list[str]:
    """Sentences, hostile strings and random ones of every plane, always the same."""
    chance = random.Random(3)
    ranges = [(0, 0x7F), (0x80, 0x24F), (0x300, 0x6FF), (0x900, 0x1FFF), (0x2000, 0x2BFF), (0x3000, 0xD7FF)]
    ranges += [(0xE000, 0xFFFF), (0x10000, 0x10FFFF), (0x1F300, 0x1FAFF)]
    fuzz = [
        "".join(chr(chance.randint(*chance.choice(ranges))) for _ in range(chance.randint(1, 60)))
        for _ in range(300)
    ]
    mixed = ["".join(chance.sample(SENTENCES + HOSTILE[:9] + HOSTILE[12:], 4)) for _ in range(100)]
    return SENTENCES + HOSTILE + fuzz + mixed


def corpus() -> list[str]:
    docs = sorted((TOOL.parent.parent / "docs").glob("*.md"))
    return SENTENCES * 20 + [line for doc in docs for line in doc.read_text("utf-8").splitlines()]


def byte_level(specials: list[str], *, split: str | None = None, bos: str | None = None) -> Tokenizer:
    """As GPT-2 and Qwen are, or Llama 3 with its pattern."""
    tokenizer = Tokenizer(models.BPE(ignore_merges=split is not None))
    tokenizer.pre_tokenizer = (
        pre_tokenizers.ByteLevel(add_prefix_space=False)
        if split is None
        else pre_tokenizers.Sequence(
            [
                pre_tokenizers.Split(Regex(split), "isolated"),
                pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
            ]
        )
    )
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=700, special_tokens=specials, initial_alphabet=alphabet, show_progress=False
    )
    tokenizer.train_from_iterator(corpus(), trainer)
    if split is None:
        tokenizer.normalizer = normalizers.NFC()
        tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)
    else:
        tokenizer.post_processor = processors.Sequence(
            [processors.ByteLevel(trim_offsets=True), single(tokenizer, bos)]
        )
    return tokenizer


def single(tokenizer: Tokenizer, bos: str | None, eos: str | None = None) -> Any:  # noqa: ANN401
    named = [token for token in (bos, eos) if token is not None]
    template = " ".join(part for part in (bos, "$A", eos) if part is not None)
    return processors.TemplateProcessing(
        single=template, special_tokens=[(token, tokenizer.token_to_id(token)) for token in named]
    )


def byte_fallback(specials: list[str]) -> Tokenizer:
    """As Llama 2, Mistral and Phi-3 are: sentencepiece BPE, whose unknown characters fall back to bytes."""
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.BpeTrainer(
        vocab_size=900, special_tokens=[*specials, *BYTE_TOKENS], show_progress=False, limit_alphabet=150
    )
    tokenizer.train_from_iterator(corpus(), trainer)
    parsed = json.loads(tokenizer.to_str())
    parsed["added_tokens"] = [
        token for token in parsed["added_tokens"] if not token["content"].startswith("<0x")
    ]
    tokenizer = Tokenizer.from_str(json.dumps(parsed))
    tokenizer.pre_tokenizer = None
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Prepend("\u2581"), normalizers.Replace(" ", "\u2581")]
    )
    tokenizer.decoder = decoders.Sequence(
        [decoders.Replace("\u2581", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    )
    tokenizer.post_processor = single(tokenizer, "<s>")
    return tokenizer


def unigram(specials: list[str]) -> Tokenizer:
    """As Gemma, T5 and XLM-R are made: Unigram with metaspace, here with bytes for what is unknown."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC()])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=900,
        special_tokens=[*specials, *BYTE_TOKENS],
        unk_token="<unk>",
        show_progress=False,
    )
    tokenizer.train_from_iterator(corpus(), trainer)
    parsed = json.loads(tokenizer.to_str())
    parsed["model"]["byte_fallback"] = True
    parsed["added_tokens"] = [
        token for token in parsed["added_tokens"] if not token["content"].startswith("<0x")
    ]
    tokenizer = Tokenizer.from_str(json.dumps(parsed))
    tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Metaspace(), decoders.Fuse()])
    tokenizer.post_processor = single(tokenizer, "<bos>", "<eos>")
    return tokenizer


def word_piece() -> Tokenizer:
    """As BERT is, with a truncation and a padding left in the file."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    trainer = trainers.WordPieceTrainer(
        vocab_size=900, special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"], show_progress=False
    )
    tokenizer.train_from_iterator(corpus(), trainer)
    tokenizer.post_processor = single(tokenizer, "[CLS]", "[SEP]")
    tokenizer.enable_truncation(16)
    tokenizer.enable_padding(length=16)
    return tokenizer


CHATML = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
LLAMA3 = ["<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"]

BASES: dict[str, dict[str, str]] = {
    "chatml": {"eos_token": "<|im_end|>", "pad_token": "<|endoftext|>"},
    "llama3": {"bos_token": "<|begin_of_text|>", "eos_token": "<|eot_id|>"},
    "inst": {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>"},
    "gemma": {"bos_token": "<bos>", "eos_token": "<eos>", "unk_token": "<unk>", "pad_token": "<pad>"},
    "phi3": {"bos_token": "<s>", "eos_token": "<|endoftext|>", "unk_token": "<unk>"},
    "bert": {"cls_token": "[CLS]", "sep_token": "[SEP]", "unk_token": "[UNK]", "pad_token": "[PAD]"},
}

STYLES = {
    "chatml": "chatml",
    "thinking": "chatml",
    "generation": "chatml",
    "generation-stripped": "chatml",
    "llama3": "llama3",
    "inst": "inst",
    "inst-last": "inst",
    "zephyr": "inst",
    "gemma": "gemma",
    "phi3": "phi3",
}


def make(name: str) -> Tokenizer:
    if name == "chatml":
        tokenizer = byte_level(CHATML)
        tokenizer.add_tokens(
            [AddedToken("<think>", normalized=False), AddedToken("</think>", normalized=False)]
        )
    elif name == "llama3":
        tokenizer = byte_level(LLAMA3, split=LLAMA3_SPLIT, bos="<|begin_of_text|>")
    elif name == "inst":
        tokenizer = byte_fallback(["<unk>", "<s>", "</s>"])
    elif name == "phi3":
        tokenizer = byte_fallback(["<unk>", "<s>", "</s>"])
        for token in ("<|endoftext|>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>"):
            tokenizer.add_special_tokens(
                [AddedToken(token, rstrip=token != "<|endoftext|>", normalized=False)]
            )
    elif name == "gemma":
        tokenizer = unigram(["<pad>", "<eos>", "<bos>", "<unk>", "<start_of_turn>", "<end_of_turn>"])
    else:
        tokenizer = word_piece()
    return tokenizer


def save(folder: Path, *, styles: bool = True) -> None:
    """Writes each base as a folder, one for each style of template if told so."""
    for name, specials in BASES.items():
        tokenizer = make(name)
        named = [style for style, base in STYLES.items() if base == name and styles] or [name]
        for style in named:
            base = folder / style
            base.mkdir(parents=True, exist_ok=True)
            tokenizer.save(str(base / "tokenizer.json"))
            config: dict[str, Any] = {"tokenizer_class": "PreTrainedTokenizerFast", **specials}
            template = TEMPLATES / f"{style}.jinja"
            if style == "gemma":
                config["chat_template"] = template.read_text("utf-8")
            elif style == "phi3":
                config["chat_template"] = [
                    {"name": "default", "template": template.read_text("utf-8")},
                    {"name": "rag", "template": "{{ messages | length }}"},
                ]
            elif template.exists():
                (base / "chat_template.jinja").write_text(template.read_text("utf-8"), "utf-8")
            (base / "tokenizer_config.json").write_text(json.dumps(config), "utf-8")


def golden() -> dict[str, Any]:
    """A few texts with their ids by every base: what the tests in TypeScript compare with."""
    chosen = [text for text in SENTENCES + HOSTILE if len(text) < 500]
    answers = {}
    for name in BASES:
        tokenizer = Tokenizer.from_file(str(FIXTURES / "bases" / name / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        answers[name] = [tokenizer.encode(text).ids for text in chosen]
    return {"texts": chosen, "ids": answers}


if __name__ == "__main__":
    save(FIXTURES / "bases", styles=False)
    (FIXTURES / "golden-ids.json").write_text(json.dumps(golden()) + "\n", "utf-8")
