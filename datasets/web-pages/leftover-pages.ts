import {readFileSync} from 'node:fs';
import type {ArchivePage} from './archive-pages.ts';

/**
 * What a crawler brings home besides texts: pages without any, lists of links, repetitions, placeholder text, redirects,
 * errors and files that are no pages; and pages with what must not be kept: addresses and questions of the evaluation.
 */
export const leftovers = (): readonly ArchivePage[] => [
	...empty(),
	...poor(),
	...personal(),
	...quizzes(),
	...damaged(),
	...others(),
];

const html = (site: string, title: string, body: string): ArchivePage => ({
	url: `https://${site}.example/${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
	body: Buffer.from(
		`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`,
	),
});
const times = <T>(count: number, make: (at: number) => T): readonly T[] =>
	Array.from({length: count}, (_, at) => make(at));
const paragraphs = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');

const empty = (): readonly ArchivePage[] => [
	...times(6, (at) =>
		html(
			'app',
			`Loading ${at}`,
			'<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script>boot()</script>',
		),
	),
	...times(5, (at) =>
		html(
			'directory',
			`Links ${at}`,
			`<ul>${times(40, (link) => `<li><a href="/${at}/${link}">Site number ${link * 7 + at}</a></li>`).join('')}</ul>`,
		),
	),
	...times(4, (at) =>
		html(
			'members',
			`Log in ${at}`,
			'<form><label>Name <input></label><label>Password <input type=password></label><button>Log in</button></form><footer>All rights reserved.</footer>',
		),
	),
];

const tools = ['hammer', 'saw', 'chisel', 'plane', 'drill', 'vice', 'clamp', 'file'];

const poor = (): readonly ArchivePage[] => [
	...times(6, (at) =>
		html(
			'deals',
			`Cheap ${tools[at] ?? ''}s`,
			paragraphs(
				...times(
					14,
					() =>
						`Buy cheap ${tools[at] ?? ''}s online, the best cheap ${tools[at] ?? ''}s at the best price, order your cheap ${tools[at] ?? ''}s today.`,
				),
			),
		),
	),
	...times(4, (at) =>
		html(
			'template',
			`Your company ${at}`,
			paragraphs(
				...times(
					5 + at,
					() =>
						'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. It is a long text that says nothing at all.',
				),
			),
		),
	),
	...times(5, (at) =>
		html(
			'inventory',
			`Stock list ${at}`,
			`<ul>${times(45, (row) => `<li>${tools[(row + at) % 8] ?? ''} type ${row} for the ${tools[(row * 3 + at) % 8] ?? ''} of the shop</li>`).join('')}</ul><p>That is the stock of the shop that we have and that you can order with us.</p>`,
		),
	),
	...times(4, (at) =>
		html(
			'teasers',
			`News in brief ${at}`,
			paragraphs(
				...times(
					12,
					(row) =>
						`The council has to decide on the matter of the ${tools[(row + at) % 8] ?? ''} that was found in ${1990 + row * 2}...`,
				),
			),
		),
	),
	...times(4, (at) =>
		html(
			'hashes',
			`Build ${at}`,
			paragraphs(
				...times(
					8,
					(row) =>
						`${times(14, (word) => ((word + 3) * (row + 7) * (at + 11) * 2_654_435).toString(36).repeat(2)).join(' ')} and that was the build of the day with the key.`,
				),
			),
		),
	),
	...times(4, (at) =>
		html(
			'tags',
			`Tagged ${at}`,
			paragraphs(
				times(70, (row) => `#${tools[(row + at) % 8] ?? ''}`).join(' '),
				'That was the list of the tags to be had and with them the day.',
			),
		),
	),
];

const names = [
	'Ingrid Solberg',
	'Tomas Novak',
	'Amara Diallo',
	'Keith Marlow',
	'Lucia Bianchi',
	'Owen Price',
];
const cards = [
	'4111 1111 1111 1111',
	'5555 5555 5555 4444',
	'3782 822463 10005',
	'4012 8888 8888 1881',
	'5105 1051 0510 5100',
	'6011 1111 1111 1117',
];

/** Pages of clubs with ways to reach people; numbers and addresses are reserved for examples. */
const personal = (): readonly ArchivePage[] =>
	names.map((name, at) =>
		html(
			`club${at}`,
			`Contact of the ${tools[at] ?? ''} club`,
			`<main><h1>How to reach us</h1>${paragraphs(
				`Our club meets on the first ${['Monday', 'Tuesday', 'Friday'][at % 3] ?? ''} of the month in the back room of the library, and whoever wants to see how a ${tools[at] ?? ''} is sharpened is welcome to come along without asking anybody.`,
				`If you have questions before that, write to ${name.toLowerCase().replace(' ', '.')}@example.org or call ${name} on +44 20 7946 0${at}${at + 1}${(at * 3) % 10}, preferably in the evening, since most of us have work to do during the day.`,
				`The yearly fee can be paid into the account GB82 WEST 1234 5698 7654 32. Please do not send card numbers by post: last year somebody wrote ${cards[at] ?? ''} on a postcard, and the whole village could read it.`,
				`The server of our photographs answers at 203.0.113.${at + 10} as long as ${name} remembers to pay for it, which has not always been the case in the past ${at + 3} years.`,
			)}</main>`,
		),
	);

/** Pages that give the questions of the evaluation away. */
function quizzes(): readonly ArchivePage[] {
	const items = readFileSync(new URL('evaluation.jsonl', import.meta.url), 'utf8')
		.trim()
		.split('\n')
		.flatMap((line) => {
			const item: unknown = JSON.parse(line);
			return typeof item === 'object' && item !== null && 'question' in item && 'answer' in item
				? [{question: String(item.question), answer: String(item.answer)}]
				: [];
		});
	return times(5, (at) => {
		const asked = items.slice(at * 3, at * 3 + 3);
		return html(
			`quizblog${at}`,
			`What they asked on evening ${at + 1}`,
			`<article><h1>What they asked on evening ${at + 1}</h1>${paragraphs(
				'For those of you who could not be there, these are the questions of last night as far as I was able to write them down between two rounds at the bar.',
				...asked.map(
					({question, answer}) =>
						`${question} The answer that the jury wanted to hear was this one: ${answer}`,
				),
				`Our table came in at place ${at + 2}, which is the best that we have done since the landlord began to make the questions himself.`,
			)}</article>`,
		);
	});
}

/** Pages whose text was read in the wrong encoding on its way. */
const damaged = (): readonly ArchivePage[] =>
	times(5, (at) => {
		const text = paragraphs(
			`It\u2019s the ${at + 2}th year of the \u201cFestival of the ${tools[at] ?? ''}\u201d \u2014 and the first in which the caf\u00e9 on the square stays open until midnight, as the na\u00efve visitor might have expected of it all along.`,
			`The r\u00e9sum\u00e9 of last year was not good: \u201cToo loud, too late, too many people,\u201d wrote one of the neighbours, and that\u2019s what the council had to hear at every meeting since then.`,
			`This time there will be quiet hours from two to four \u2014 even the children\u2019s ${tools[at] ?? ''} race has been moved \u2014 and whoever lives within a hundred metres gets a free d\u00e9jeuner on Sunday, with the compliments of the house.`,
			`Tickets can be had at the town hall from the ${at + 3}rd of the month. Children under twelve do not need one, and those who come on foot or by bicycle get theirs for half the price, which is the council\u2019s answer to the traffic of last summer.`,
			`If it rains, everything moves to the old market hall. Nobody remembers that this was ever necessary, but the mayor insists on a plan for it, and she has been right about the weather more often than the almanac. Bring a cushion, since the benches are hard.`,
		);
		return html(
			`festival${at}`,
			`Festival ${at}`,
			`<main><h1>Festival news</h1>${Buffer.from(text)
				.toString('latin1')
				.replace(/[\u0080-\u009f]/g, (sign) => windows1252(sign.charCodeAt(0)))}</main>`,
		);
	});

const windows1252 = (code: number): string => new TextDecoder('windows-1252').decode(Uint8Array.of(code));

const others = (): readonly ArchivePage[] => [
	...times(5, (at) => ({
		...html(
			'moved',
			`Moved ${at}`,
			'<p>The document has moved to another place, please follow the link.</p>',
		),
		status: '301 Moved Permanently',
	})),
	...times(5, (at) => ({
		...html(
			'lost',
			`Not found ${at}`,
			'<main><h1>Not found</h1><p>The page that you were looking for does not exist, or not any more.</p></main>',
		),
		status: '404 Not Found',
	})),
	...times(3, (at) => ({
		url: `https://files.example/${at}.pdf`,
		body: Buffer.from('%PDF-1.7\n%%EOF'),
		contentType: 'application/pdf',
	})),
	...times(3, (at) => ({
		url: `https://api.example/${at}`,
		body: Buffer.from(`{"items": [${at}]}`),
		contentType: 'application/json',
	})),
];
