import {random, type Random} from '@millrace/core';

/** A text and the parts of it that must survive any augmenter, in order. */
export interface SpanTemplate {
	readonly text: string;
	readonly spans: readonly string[];
}

/** Texts as customers and developers write them, each with one to four spans of all protected kinds. Equal seeds give equal texts. */
export function spanTemplates(count: number, seed = 1): readonly SpanTemplate[] {
	const chance = random(Uint32Array.of(seed, 0x5eed, count >>> 16, 7));
	return Array.from({length: count}, () => {
		const sentences = Array.from({length: 1 + chance.int(2)}, () => filled(chance.pick(FRAMES), chance));
		return {
			text: sentences.map(({text}) => text).join(' '),
			spans: sentences.flatMap(({spans}) => spans),
		};
	});
}

function filled(frame: string, chance: Random): SpanTemplate {
	const spans: string[] = [];
	const text = frame.replace(/~(\w+)~/g, (_, kind: string) => {
		const span = SLOTS[kind]?.(chance) ?? kind;
		spans.push(span);
		return span;
	});
	return {text, spans};
}

const digits = (chance: Random, count: number): string =>
	Array.from({length: count}, (_, index) => (index === 0 ? 1 + chance.int(9) : chance.int(10))).join('');
const letters = (chance: Random, count: number): string =>
	Array.from({length: count}, () => String.fromCharCode(65 + chance.int(26))).join('');
const one = (list: string, chance: Random): string => chance.pick(list.split('|'));

const SLOTS: Readonly<Record<string, (chance: Random) => string>> = {
	name: (chance) =>
		`${one('Maria|John|Aisha|Pedro|Ingrid|Noah|Yuki|Fatima', chance)} ${one('Keller|Okafor|Lindgren|Moreau|Santos|Petrov|Nakamura', chance)}`,
	money: (chance) =>
		chance.pick([
			(amount: string) => `$${amount}.50`,
			(amount: string) => `${amount} EUR`,
			(amount: string) => `\u00a3${amount}`,
			(amount: string) => `\u20ac${amount},99`,
		])(digits(chance, 1 + chance.int(3))),
	date: (chance) =>
		chance.pick([
			`${1 + chance.int(28)} ${one('January|March|July|October|December', chance)} 20${digits(chance, 2)}`,
			`20${digits(chance, 2)}-0${1 + chance.int(9)}-1${chance.int(10)}`,
			`${one('February|April|August', chance)} ${1 + chance.int(28)}`,
		]),
	time: (chance) => `${1 + chance.int(12)}:${10 + chance.int(50)}${one('| am| pm', chance)}`,
	number: (chance) => `${digits(chance, 1 + chance.int(4))}${one('%| kg| km| GB| ms|', chance)}`,
	code: (chance) =>
		`\`${one('npm ci|git push --force|x = f(y)|SELECT * FROM users|list[0]|a && b', chance)}\``,
	url: (chance) =>
		`https://${one('example.com|docs.example.org', chance)}/${one('help|a/b?c=1|p#top', chance)}${digits(chance, 2)}`,
	email: (chance) =>
		`${one('jane.doe|support|a_b', chance)}${digits(chance, 1)}@${one('example.com|mail.example.org', chance)}`,
	placeholder: (chance) =>
		one('{{name}}|{{ order.id }}|<ACCOUNT_ID>|{amount}|%s|$HOME|[id]|${user}|<NAME>|{0}', chance),
	id: (chance) =>
		chance.pick([
			`INV-${digits(chance, 4)}-${digits(chance, 3)}`,
			`DE${digits(chance, 2)} ${digits(chance, 4)} ${digits(chance, 4)} ${digits(chance, 4)} ${digits(chance, 2)}`,
			`${letters(chance, 2)}${digits(chance, 5)}`,
		]),
	address: (chance) =>
		`${digits(chance, 2)} ${one('Old Mill|Park|High|Station', chance)} ${one('Street|Road|Avenue|Lane', chance)}`,
};

const FRAMES = [
	'I paid ~money~ on ~date~ but the money never arrived.',
	'My card was charged ~money~ twice at ~time~ yesterday.',
	'Please send the refund of ~money~ to ~placeholder~ before ~date~.',
	'Could you tell ~name~ that the order ~id~ is still missing?',
	'We moved to ~address~ last week and need new cards.',
	'You can write to ~email~ or open ~url~ for help.',
	'When I run ~code~ the server answers after ~number~ and then stops.',
	'The value of ~placeholder~ must be at least ~number~ in every case.',
	'I spoke with ~name~ at ~time~ and she did not know the answer.',
	'The invoice ~id~ shows ~money~, which is not what I ordered.',
	'Use ~code~ before you open ~url~ in the browser.',
	'Hello ~placeholder~, your account ~id~ will be closed on ~date~.',
	'How can I change the address ~address~ of my account?',
	'The package weighs ~number~ and was sent to ~name~ on ~date~.',
	'If ~placeholder~ is empty, the function returns an empty list.',
	'My transfer of ~money~ to ~id~ has been pending since ~time~.',
	'There are ~number~ new messages for ~email~ in the old system.',
	'Why does ~url~ show an error when I log in as ~placeholder~?',
	'The meeting with ~name~ is at ~time~ in ~address~.',
	'I can not find the setting that ~code~ should have changed.',
	'Since ~date~ the app asks me for ~placeholder~ every morning.',
	'It took ~number~ to load the page, and my friend ~name~ saw the same.',
	'They want ~money~ for the repair, which I will not pay.',
	'See ~url~ for the rules, or ask ~email~ about them.',
];
