"""Extracts pages by trafilatura and resiliparse, for evaluate-html.ts: JSON Lines in and out.

python evaluate-html-peers.py trafilatura < pages.jsonl > texts.jsonl
"""

import json
import sys
import time
from collections.abc import Callable


def extractor(name: str) -> Callable[[str], str]:
    if name == "trafilatura":
        import trafilatura

        return lambda html: trafilatura.extract(html, include_comments=False, include_tables=True) or ""
    from resiliparse.extract.html2text import extract_plain_text

    return lambda html: extract_plain_text(html, main_content=True)


def main() -> None:
    extract = extractor(sys.argv[1])
    pages = [json.loads(line) for line in sys.stdin]
    extract(pages[0])
    for page in pages:
        begin = time.process_time()
        text = extract(page)
        print(json.dumps({"text": text, "seconds": time.process_time() - begin}))


main()
