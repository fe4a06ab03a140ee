"""chrF2: the F-score of character n-grams up to six, recall weighing twice (Popović, WMT 2015)."""

from collections import Counter

LONGEST_GRAM, BETA = 6, 2


def chrf(answer: str, reference: str) -> float:
    first, second = "".join(answer.split()), "".join(reference.split())
    scores = []
    for size in range(1, LONGEST_GRAM + 1):
        found, wanted = grams(first, size), grams(second, size)
        if not found or not wanted:
            continue
        common = sum((found & wanted).values())
        precision, recall = common / sum(found.values()), common / sum(wanted.values())
        weighed = BETA**2 * precision + recall
        scores.append((1 + BETA**2) * precision * recall / weighed if weighed else 0)
    return 100 * sum(scores) / len(scores) if scores else 0


def grams(text: str, size: int) -> Counter[str]:
    return Counter(text[at : at + size] for at in range(len(text) - size + 1))
