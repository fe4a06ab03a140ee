/** Texts and what they become; checked by the tests and shown in the documentation. */
export const counterfactualCases: readonly (readonly [before: string, after: string])[] = [
	['He lost his card and wants it back.', 'She lost her card and wants it back.'],
	['I gave it to him; the card is his.', 'I gave it to her; the card is hers.'],
	['Her husband called her yesterday.', 'His wife called him yesterday.'],
	['She did it herself.', 'He did it himself.'],
	['Mr Brown said that his two sons would pay.', 'Ms Brown said that her two daughters would pay.'],
	["John's mother thanked Sarah.", "Patricia's father thanked Thomas."],
	['An actor met an old man.', 'An actress met an old woman.'],
	['HE IS A MAN.', 'SHE IS A WOMAN.'],
	["She's with her first boyfriend.", "He's with his first girlfriend."],
	['I met her in the bank and told him.', 'I met him in the bank and told her.'],
	['Mrs Brown lost her card.', 'Mr Brown lost his card.'],
];

/** Texts of which no variant is made. */
export const counterfactualRefusals: readonly string[] = [
	'The card is lost.',
	'She is pregnant and needs her card.',
	'They gave her money back.',
	'I saw her duck.',
];
