"""What fills the slots of the sentences in `phrases`, and what may open them; written for Millrace."""

SLOTS: dict[str, tuple[str, ...]] = {
    "card": ("card", "debit card", "credit card", "new card", "bank card"),
    "place": (
        "the shop",
        "the supermarket",
        "the bank",
        "the hotel",
        "the restaurant",
        "the station",
        "the airport",
    ),
    "when": (
        "yesterday",
        "today",
        "this morning",
        "last week",
        "on Monday",
        "last month",
        "two days ago",
        "on Friday",
    ),
    "who": (
        "my sister",
        "my brother",
        "my landlord",
        "my mother",
        "a friend",
        "my son",
        "my employer",
        "my wife",
    ),
    "account": ("account", "savings account", "joint account", "current account", "business account"),
    "thing": ("payment", "transfer", "charge", "fee", "refund", "withdrawal", "deposit"),
    "doc": ("statement", "tax certificate", "letter", "receipt", "contract", "invoice"),
    "device": ("phone", "tablet", "computer", "new phone", "old phone"),
    "amount": ("$50", "€120", "£30", "$1,200", "€9.99", "£870", "50 euros", "200 dollars"),
    "country": ("Spain", "France", "Germany", "Italy", "Poland", "Japan", "Canada", "Mexico"),
    "money": ("money", "salary", "pension", "cash"),
    "period": ("two days", "three days", "a week", "two weeks", "five days", "a month", "ten days"),
    "code": ("code", "PIN", "password", "reference"),
    "name": (),
}

MORE_SLOTS: dict[str, tuple[str, ...]] = {
    "next": ("next week", "tomorrow", "next month", "on Saturday", "in June"),
    "day": ("Monday", "Friday", "tomorrow", "next week", "the weekend"),
}

OPENERS = ("Hello, ", "Hi, ", "Good morning, ", "Dear team, ")
