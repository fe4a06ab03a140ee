import test from 'ava';
import fc from 'fast-check';
import {pdfText} from './pdf-text.ts';
import {samplePdf} from './sample-pdf.ts';

const pages = [
	[
		['On rain', 20, 0],
		['It rained for three days, and the river', 12, 40],
		['rose to the second step of the old stair-', 12, 14],
		['case. Nobody was surprised.', 12, 14],
		['Then it stopped.', 12, 40],
	],
	[['The second page.', 12, 0]],
] as const;

test('gives the text of the pages in order, lines joined to paragraphs', async (t) => {
	t.deepEqual(await pdfText(samplePdf(pages, '', '/Title (Rain) /Author (Ida)')), {
		text: 'On rain\n\nIt rained for three days, and the river rose to the second step of the old staircase. Nobody was surprised.\n\nThen it stopped.\n\nThe second page.',
		pages: 2,
		title: 'Rain',
		author: 'Ida',
	});
});

test('a page without text is an empty one, and the bytes are left as they were', async (t) => {
	const bytes = samplePdf([[], [['x', 12, 0]]]);
	const before = Buffer.from(bytes);
	t.like(await pdfText(bytes), {text: 'x', pages: 2, title: null});
	t.deepEqual(bytes, before);
});

const key = '41'.repeat(32);
const encrypted = samplePdf(
	pages,
	`/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<${key}> <${key}>]`,
);
const faults = [
	{
		title: 'an encrypted file',
		bytes: encrypted,
		error: /expected a PDF that opens without a password, found an encrypted one; decrypt it first/,
	},
	{title: 'a file that is none', bytes: Buffer.from('<html>'), error: /without its sign %PDF-/},
	{
		title: 'a file of its sign alone',
		bytes: Buffer.from('%PDF-1.7\n%%EOF'),
		error: /expected a whole PDF, found one that pdf\.js cannot read/,
	},
	{
		title: 'too many pages',
		bytes: samplePdf([[], [], []]),
		options: {maxPages: 2},
		error: /at most 2 pages, found 3; raise maxPages/,
	},
	{
		title: 'too many bytes',
		bytes: samplePdf(pages),
		options: {maxBytes: 100},
		error: /at most 100 bytes, found \d+; raise maxBytes/,
	},
	{
		title: 'too much text',
		bytes: samplePdf(pages),
		options: {maxItems: 3},
		error: /at most 3 pieces of text, found more on page 1; raise maxItems/,
	},
];

for (const {title, bytes, options, error} of faults) {
	test(`says what is wrong with ${title}`, async (t) => {
		await t.throwsAsync(pdfText(bytes, options), {message: error});
	});
}

test('a damaged file gives a text or a sentence', async (t) => {
	const bytes = samplePdf(pages);
	await fc.assert(
		fc.asyncProperty(
			fc.nat(bytes.length - 1),
			fc.integer({min: 0, max: 255}),
			fc.nat(bytes.length),
			async (at, to, length) => {
				const damaged = Buffer.from(at % 3 === 0 ? bytes.subarray(0, length) : bytes);
				if (at < damaged.length) damaged[at] = to;
				try {
					return typeof (await pdfText(damaged)).text === 'string';
				} catch (error) {
					return error instanceof Error && /^(?:page \d+: )?expected /.test(error.message);
				}
			},
		),
		{numRuns: 40},
	);
	t.pass();
});
