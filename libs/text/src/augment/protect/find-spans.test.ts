import test from 'ava';
import fc from 'fast-check';
import {spanFinder, type ProtectOptions} from './find-spans.ts';

const cases: readonly (readonly [text: string, spans: readonly string[], options?: ProtectOptions])[] = [
	['Run `npm ci` and ``a ` b`` now.', ['`npm ci`', '``a ` b``']],
	['See:\n```ts\nconst a = 1;\n```\nDone.', ['```ts\nconst a = 1;\n```']],
	[
		'Open https://a.example/x?y=1. Or www.b.example, or docs.python.org/3/.',
		['https://a.example/x?y=1', 'www.b.example', 'docs.python.org/3/'],
	],
	['Write to jane.doe@example.com or @support.', ['jane.doe@example.com', '@support']],
	[
		'Dear {{first name}}, {name} and {0} owe ${amount} to <ACCOUNT_ID> of $HOME, %s, %(n)d and [id].',
		['{{first name}}', '{name}', '{0}', '${amount}', '<ACCOUNT_ID>', '$HOME', '%s', '%(n)d', '[id]'],
	],
	[
		'We paid $1,200.50, 30 \u20ac, EUR 7 and 5 million dollars.',
		['$1,200.50', '30 \u20ac', 'EUR 7', '5 million dollars'],
	],
	[
		'On 12 March 2026, March 3rd, 2026-01-31 and 1/2/2026 at 10:30 pm or 9 am.',
		['12 March 2026', 'March 3rd', '2026-01-31', '1/2/2026', '10:30 pm', '9 am'],
	],
	[
		'It weighs 12.5 kg, is 30% off, at -4\u00b0C and version 2.10.1.',
		['12.5 kg', '30%', '-4\u00b0C', '2.10.1'],
	],
	[
		'Order INV-2024-001 of GB29 NWBK 6016 1331 9268 19 and card 4111 1111 1111 1111.',
		['Order INV-2024-001', 'GB29 NWBK 6016 1331 9268 19', '4111 1111 1111 1111'],
	],
	['She lives at 12 Old Kent Road in London SW1A 1AA.', ['12 Old Kent Road', 'London SW1A 1AA']],
	[
		'I asked Mary Ann Smith of ACME why the Bank of Spain said no.',
		['Mary Ann Smith of ACME', 'Bank of Spain'],
	],
	['The card works. When I called, I\u2019m sure Jane\u2019s phone rang.', ['Jane']],
	['Changes In The New Release', []],
	['Ich habe die Karte verloren.', [], {language: 'de'}],
	[
		'Call set_user_name() with --dry-run in /usr/local/bin or maxRetries.',
		['set_user_name()', '--dry-run', '/usr/local/bin', 'maxRetries'],
	],
	[
		'The fluxgate needs a Flux Gate.',
		['fluxgate', 'Flux Gate'],
		{kinds: [], glossary: ['Flux Gate', 'fluxgate', 'Flux']},
	],
	['Ticket abc#12 stays.', ['abc#12'], {kinds: [], patterns: [/[a-z]+#\d+/]}],
	['A pre{{x}}post word.', ['pre{{x}}post']],
	['{a}{b} and {c} {d}', ['{a}{b}', '{c}', '{d}']],
	[
		'See [the guide](https://a.example/b_(c)) with ![a plan](plan.png) (or https://b.example).',
		['https://a.example/b_(c)', 'plan.png', 'https://b.example'],
	],
	['Write to mailto:x@y.example, or call tel:+491234.', ['mailto:x@y.example', 'tel:+491234']],
	[
		'Copy \\\\host\\share and C:\\Users\\ann\\notes.txt, then press Ctrl+Alt+Del.',
		['\\\\host\\share', 'C:\\Users\\ann\\notes.txt', 'Ctrl+Alt+Del'],
	],
	[
		'The sum $x_i + y$ is \\(a^2\\), not $$b$$ or \\frac{a}{b}, for $5 and $6.',
		['$x_i + y$', '\\(a^2\\)', '$$b$$', '\\frac{a}{b}', '$5', '$6'],
	],
	[
		'Say <%= name %>, {0:N2}, %{who}, %PATH%, {{{raw}}}, :limit, <|end|>, [[page two]] and &nbsp; here.',
		['<%= name %>', '{0:N2}', '%{who}', '%PATH%', '{{{raw}}}', ':limit', '<|end|>', '[[page two]]', '&nbsp;'],
	],
	[
		'The host 192.168.0.1:8080 has fe80::1 and 00:1b:44:11:3a:b7.',
		['192.168.0.1:8080', 'fe80::1', '00:1b:44:11:3a:b7'],
	],
	['Take 3/4 of 10^6 drops.', ['3/4', '10^6']],
	['Note: this is it (really: yes).', []],
	['', []],
];

for (const [text, spans, options] of cases) {
	test(`finds what must survive in ${JSON.stringify(text)}`, (t) => {
		t.deepEqual(
			spanFinder(options)(text).map(({start, end}) => text.slice(start, end)),
			spans,
		);
	});
}

const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom(...cases.flatMap(([text]) => text.split(' '))),
			fc.string({unit: 'binary', maxLength: 5}),
			fc.constantFrom('`', '```\n', '\n', ' ', '{', '}', '<', '$', '\u{1f600}'),
		),
	)
	.map((parts) => parts.join('').toWellFormed());

test('spans are in order, apart, within the text, and cut no character or word', (t) => {
	const find = spanFinder({glossary: ['ACME']});
	fc.assert(
		fc.property(anyText, (text) => {
			let last = 0;
			for (const {start, end} of find(text)) {
				t.true(start >= last && end > start && end <= text.length);
				t.true(start === 0 || start > last || last === 0);
				last = end;
				t.true(text.slice(start, end).isWellFormed());
				t.notRegex(text.slice(end, end + 1), /[\p{L}\p{N}]/u);
			}
		}),
	);
});

for (const part of [
	'a',
	'1',
	'{',
	'<a ',
	'$',
	'`',
	'A',
	'Aa ',
	'1 ',
	'1,',
	'-a',
	'a_',
	'a.',
	'/a',
	'@a',
	'[a',
	'~~~\n',
	'\u00e4',
	"A'",
	'\\\\a',
	'](',
	'](a',
	' :a',
	'<%',
	'<|',
	'&a',
	'a:',
	'C:\\\\',
	'https://(',
	'$a ',
	'\\\\(',
	'a+',
	'[[',
	'%A',
]) {
	test(`takes a megabyte of ${JSON.stringify(part)} in one pass`, (t) => {
		const text = part.repeat(1_000_000 / part.length);
		t.true(spanFinder()(text).every(({start, end}) => end > start));
	});
}
