import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {segmentSentences, sentencesOf} from './segment-sentences.ts';

const golden = new URL('../../fixtures/sentences/', import.meta.url);

/** Languages that put no space between sentences. */
const spaceless = new Set(['ja', 'zh']);

// A line is a sentence; an empty line stands between paragraphs.
for (const file of readdirSync(golden)) {
	const language = file.replace('.txt', '');
	test(`cuts the golden text in ${language} as a reader would`, (t) => {
		const paragraphs = readFileSync(new URL(file, golden), 'utf8').trimEnd().split('\n\n');
		const space = spaceless.has(language) ? '' : ' ';
		const text = paragraphs
			.map((paragraph) => paragraph.split('\n').join(paragraph.startsWith('1.') ? '\n' : space))
			.join('\n\n');
		t.deepEqual(
			sentencesOf(text, {language}),
			paragraphs.flatMap((paragraph) => paragraph.split('\n')),
		);
	});
}

test('ends a sentence at each line where asked', (t) => {
	t.deepEqual(sentencesOf('one\ntwo. Three\n\nfour', {lines: 'end'}), ['one', 'two.', 'Three', 'four']);
	t.deepEqual(sentencesOf('one\ntwo. Three'), ['one\ntwo.', 'Three']);
});

test('ends one before a heading, a list and a quotation', (t) => {
	t.deepEqual(sentencesOf('Title\n# Head\n* one\n* two\n> said'), [
		'Title',
		'# Head',
		'* one',
		'* two',
		'> said',
	]);
});

test('finds none in white space', (t) => {
	for (const text of ['', ' ', '\n\n \n']) t.deepEqual(sentencesOf(text), []);
});

const unit = fc.constantFrom(
	'a',
	'Bc',
	'Dr',
	'.',
	'. ',
	'! ',
	'?"',
	'…',
	' ',
	'\n',
	'\n\n',
	'- ',
	'3',
	'。',
	'」',
	'と',
	'।',
	';',
	'“',
	'\u{1f600}',
	'http://a.b',
	'étc',
	'\t',
);
const texts = fc.oneof(
	fc.array(unit, {maxLength: 30}).map((all) => all.join('')),
	fc.string({unit: 'binary', maxLength: 60}),
);

test('gives any text back when joined, in sentences that are more than white space', (t) => {
	fc.assert(
		fc.property(
			texts,
			fc.constantFrom('en', 'de', 'ja', 'el', 'und'),
			fc.constantFrom('space', 'end'),
			(text, language, lines) => {
				const sentences = [...segmentSentences(text, {language, lines})];
				return (
					sentences.join('') === text &&
					sentences.every((sentence) => sentence.isWellFormed()) &&
					(sentences.length < 2 || sentences.every((sentence) => sentence.trim() !== ''))
				);
			},
		),
		{numRuns: 5000},
	);
	t.pass();
});

test('reads a line of ten megabytes, whatever stands in it', (t) => {
	for (const part of ['The card that I lost on the way home was found. ', '"', '.', '\u3002', 'a', ' ', '\n'])
		t.true(
			sentencesOf(part.repeat(Math.ceil(10_000_000 / part.length))).length >= (part.trim() === '' ? 0 : 1),
			part,
		);
});
