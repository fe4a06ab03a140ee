"""Ids, offsets, chat templates and labels equal those of Hugging Face tokenizers and transformers."""

import datetime
import json
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from bases import BASES, LLAMA3_SPLIT, SENTENCES, STYLES, TOOL, corpus, save, texts
from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers
from transformers import AutoTokenizer
from transformers.utils import chat_template_utils

NODE = TOOL.parent.parent / "node_modules" / ".bin" / "node"
DATE = datetime.datetime(2026, 2, 3, tzinfo=datetime.UTC)

Chat = list[dict[str, str]]

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "balance",
            "description": "Says what is in an account: \u00fc, </b>, 'quoted', \U0001f600.",
            "parameters": {
                "type": "object",
                "properties": {"iban": {"type": "string"}},
                "required": [],
                "x": {},
            },
        },
    }
]


OPTIONS: list[dict[str, Any]] = [{}, {"add_generation_prompt": True}, {"tools": TOOLS}]


def chats() -> list[Chat]:
    """Conversations of one to six turns, with and without a system turn, and hostile contents."""

    def chat(*contents: str, system: str | None = None) -> Chat:
        first = [] if system is None else [{"role": "system", "content": system}]
        roles = ("user", "assistant")
        return first + [{"role": roles[turn % 2], "content": said} for turn, said in enumerate(contents)]

    found = [
        chat("Hello", "Hi there!"),
        chat("Hello", "Hi there!", system="Be brief."),
        chat("One", "Two", "Three", "Four"),
        chat("One", "Two", "Three", "Four", "Five", "Six", system=" Count.\n"),
        chat("  padded \n", " \n also padded\t "),
        chat("\u3000wide\u3000", "\ufeffmark\ufeff", "x", "\u2003em\u2003"),
        chat("Think", "<think>\nWell.\n</think>\n\nDone.", "Again", "<think>\nHm.\n</think>\n\nYes."),
        chat("multi\n\nline\r\nuser", "```py\nprint('x')\n```\n\n- a\n- b"),
        chat("</s> <b>", "{{ bos_token }} {% if %} \\n 'quotes' \"double\" \u2028"),
        chat("Hello"),
        chat("same", "same", "same", "same"),
    ]
    found += [chat(*SENTENCES[at : at + 4]) for at in range(0, len(SENTENCES) - 4, 2)]
    return found


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bases")
    save(made)
    return made


@pytest.fixture(scope="session")
def answer(folder: Path) -> dict[str, Any]:
    """What Millrace made of the same texts and chats."""
    request = {
        "folder": str(folder),
        "bases": [base_folder(name) for name in BASES],
        "styles": list(STYLES),
        "texts": texts(),
        "chats": chats(),
        "tools": TOOLS,
        "date": DATE.isoformat(),
        "corpus": [f"{line}\n" for line in corpus()],
    }
    (folder / "request.json").write_text(json.dumps(request), "utf-8")
    script = TOOL / "src" / "tokenize-for-python.ts"
    subprocess.run([NODE, script, folder / "request.json", folder / "answer.json"], check=True)
    parsed: dict[str, Any] = json.loads((folder / "answer.json").read_text("utf-8"))
    return parsed


def visible(text: str) -> str:
    """What of a text every tokenizer keeps."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\ufeff", "").split())


def base_folder(name: str) -> str:
    return next((style for style, base in STYLES.items() if base == name), name)


def units(text: str, points: list[int]) -> list[int]:
    """Offsets in code points as offsets in UTF-16 units."""
    places = [0]
    for char in text:
        places.append(places[-1] + (2 if ord(char) > 0xFFFF else 1))
    return [places[point] for point in points]


def reference(folder: Path, name: str) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / base_folder(name) / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@pytest.mark.parametrize("name", BASES)
def test_ids_are_those_of_tokenizers(folder: Path, answer: dict[str, Any], name: str) -> None:
    tokenizer = reference(folder, name)
    found = answer["encoded"][base_folder(name)]
    assert found["size"] == tokenizer.get_vocab_size()
    for at, text in enumerate(texts()):
        plain = tokenizer.encode(text, add_special_tokens=False)
        assert found["ids"][at] == plain.ids, repr(text)
        assert found["special"][at] == tokenizer.encode(text).ids, repr(text)
        assert found["decoded"][at] == tokenizer.decode(plain.ids, skip_special_tokens=False), repr(text)
        starts, ends = found["spans"][at]
        assert starts == units(text, [start for start, _ in plain.offsets]), repr(text)
        assert ends == units(text, [end for _, end in plain.offsets]), repr(text)


@pytest.mark.parametrize("name", BASES)
def test_special_tokens_in_a_text_can_be_plain_text(folder: Path, answer: dict[str, Any], name: str) -> None:
    tokenizer = reference(folder, name)
    tokenizer.encode_special_tokens = True
    for at, text in enumerate(texts()):
        expected = tokenizer.encode(text, add_special_tokens=False).ids
        assert answer["encoded"][base_folder(name)]["text"][at] == expected, repr(text)


@pytest.fixture
def fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates that print the day print that of the test."""

    class Fixed(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "Fixed":  # noqa: ARG003
            return cls(DATE.year, DATE.month, DATE.day)

    monkeypatch.setattr(chat_template_utils, "datetime", Fixed)


def applied(tokenizer: Any, chat: Chat, **options: Any) -> Any:  # noqa: ANN401
    try:
        return tokenizer.apply_chat_template(chat, **options)
    except Exception as error:
        return error


@pytest.mark.usefixtures("fixed_date")
@pytest.mark.parametrize("style", STYLES)
def test_chats_render_as_in_transformers(folder: Path, answer: dict[str, Any], style: str) -> None:
    tokenizer = AutoTokenizer.from_pretrained(str(folder / style))
    compared = 0
    for chat, prompts in zip(chats(), answer["rendered"][style]["prompts"], strict=True):
        for found, options in zip(prompts, OPTIONS, strict=True):
            expected = applied(tokenizer, chat, tokenize=False, **options)
            if isinstance(expected, Exception):
                assert str(expected) in found["error"]
            else:
                assert found == {"text": expected}
                compared += 1
    assert compared > 10


@pytest.mark.usefixtures("fixed_date")
@pytest.mark.parametrize("style", STYLES)
def test_chat_ids_are_those_of_apply_chat_template(folder: Path, answer: dict[str, Any], style: str) -> None:
    tokenizer = AutoTokenizer.from_pretrained(str(folder / style))
    compared = 0
    for chat, result in zip(chats(), answer["rendered"][style]["results"], strict=True):
        if "ids" not in result:
            continue
        expected = applied(
            tokenizer, chat, return_dict=True, return_assistant_tokens_mask="generation" in style
        )
        assert result["ids"] == list(expected["input_ids"]), chat
        if "generation" in style:
            mask = [0, *expected["assistant_masks"][1:]]
            assert [int(label != -100) for label in result["labels"]] == mask, chat
        trained = [label for label in result["labels"] if label != -100]
        assert all(
            label in (-100, token) for label, token in zip(result["labels"], result["ids"], strict=True)
        )
        last = chat[-1]["content"] if chat[-1]["role"] == "assistant" else chat[-3]["content"]
        assert visible(last.split("</think>")[-1]) in visible(str(tokenizer.decode(trained))), chat
        compared += 1
    assert compared >= 5, answer["rendered"][style]["results"]


@pytest.mark.parametrize("split", ["gpt2", "llama3"])
def test_trained_merges_are_those_of_the_trainer(answer: dict[str, Any], split: str) -> None:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = (
        pre_tokenizers.ByteLevel(add_prefix_space=False)
        if split == "gpt2"
        else pre_tokenizers.Sequence(
            [
                pre_tokenizers.Split(Regex(LLAMA3_SPLIT), "isolated"),
                pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
            ]
        )
    )
    trainer = trainers.BpeTrainer(
        vocab_size=3000,
        special_tokens=["<|endoftext|>"],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator([f"{line}\n" for line in corpus()], trainer)
    ours = Tokenizer.from_str(json.dumps(answer["trained"][split]))
    assert ours.get_vocab() == tokenizer.get_vocab()
    expected = json.loads(tokenizer.to_str())["model"]["merges"]
    assert answer["trained"][split]["model"]["merges"] == expected
    for text in texts():
        assert ours.encode(text).ids == tokenizer.encode(text).ids
