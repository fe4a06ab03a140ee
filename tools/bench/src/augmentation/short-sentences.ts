/** Every beginning with every end. */
export function shortSentences(): readonly string[] {
	return BEGINNINGS.flatMap((beginning) => ENDS.map((end) => `${beginning} ${end}`));
}

const BEGINNINGS = [
	'My card was charged twice',
	'I could not open the account',
	'The new phone does not work',
	'Nobody answered my question',
	'The transfer has been pending',
	'She wants to change her address',
	'We never received the package',
	'The app closes by itself',
	'I forgot the number of my card',
	'They refused to pay the bill',
	'The page shows an error',
	'My friend sent me some money',
	'The price is too high',
	'I would like to speak to a person',
	'The invoice is wrong',
	'He lost his passport',
];

const ENDS = [
	'since yesterday morning.',
	'after the last update.',
	'and I need help today.',
	'because the system was down.',
	'when I was abroad.',
	'although I had paid before.',
	'and this is not the first time.',
	'so please tell me what to do.',
	'for more than two weeks.',
	'before the shop closed.',
	'and the reason is not clear.',
	'while I was waiting in the shop.',
	'but your letter says something else.',
	'without any warning.',
	'as you can see in the list.',
	'and my family is worried.',
];
