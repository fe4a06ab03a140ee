import test from 'ava';
import fc from 'fast-check';
import {bpeEncoder} from './bpe-encoder.ts';
import {bpeTwin} from './bpe-twin.ts';
import {modelOf} from '../fixtures/bpe-model.ts';

const splits = ['gpt2', 'llama3', 'qwen', 'o200k', 'cl100k'] as const;

const pieces = fc.oneof(
	fc.string({unit: 'binary', maxLength: 8}),
	fc.string({unit: 'grapheme', maxLength: 8}),
	fc.constantFrom(
		...[
			"'s",
			"'S",
			"'ſ",
			"'ll",
			"'lL",
			"'Re",
			"'",
			"'v",
			' ',
			'  ',
			'\n',
			'\r\n',
			'\t',
			'\u00a0',
			'\u3000',
			'\u0085',
		],
		...[
			'a',
			'A',
			'the',
			'THE',
			'Camel',
			'HTTPServer',
			'ǅ',
			'ʰ',
			'中',
			'e\u0301',
			'\u0301',
			'ß',
			'я',
			'Я',
			'ن',
		],
		...['1', '12', '1234', '٣', 'Ⅷ', '½', '...', '//', '/', '-->', '😀', '=', '_', '\0'],
	),
);
const texts = fc.array(pieces, {maxLength: 24}).map((parts) => parts.join(''));

for (const split of splits) {
	for (const whole of [false, true]) {
		const model = modelOf(split, whole);
		const encoder = bpeEncoder(model);
		const twin = bpeTwin(model);
		test(`gives the ids of its twin for any text, ${split}${whole ? ', words of the vocabulary whole' : ''}`, (t) => {
			fc.assert(
				fc.property(texts, (text) => {
					const ids = encoder.encode(text);
					t.deepEqual([...(ids ?? [])], [...twin(text)], JSON.stringify(text));
				}),
				{numRuns: 400},
			);
		});
	}

	test(`gives equal ids for a text that is longer than its window, ${split}`, (t) => {
		const model = modelOf(split, false);
		const encoder = bpeEncoder(model);
		const lines = Array.from(
			{length: 9000},
			(_, at) =>
				`${' '.repeat(at % 7)}Line ${at} of the text — ünïcode 中文 it's\n${at % 3 === 0 ? '\n \n' : ''}`,
		);
		const text = lines.join('');
		const whole = encoder.encode(text);
		t.deepEqual(whole, bpeTwin(model)(text));
	});
}

test('a word that is merged by a heap has the ids of one merged by a scan', (t) => {
	const model = modelOf('gpt2', false);
	const encoder = bpeEncoder(model);
	const twin = bpeTwin(model);
	for (const unit of ['a', 'the', 'ab', 'ünï', 'sts', 'xyz'])
		for (const length of [95, 96, 97, 98, 200, 1000]) {
			const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
			t.deepEqual(encoder.encode(text), twin(text), `${unit} ${length}`);
		}
});

test('leaves a word of more than 32 KiB, and a character that it does not know, to another', (t) => {
	const model = modelOf('llama3', false);
	const encoder = bpeEncoder(model);
	t.is(encoder.encode('a'.repeat(40_000)), undefined);
	t.is(encoder.encode('a'.repeat(400_000)), undefined);
	const {pages, blocks} = model.classes;
	const unknown = Uint8Array.from(blocks);
	unknown['я'.charCodeAt(0)] = 8;
	t.is(bpeEncoder({...model, classes: {pages, blocks: unknown}}).encode('bяb'), undefined);
});

test('an encoder that has been used gives what a new one gives', (t) => {
	const model = modelOf('llama3', false);
	const used = bpeEncoder(model);
	const twin = bpeTwin(model);
	for (let round = 0; round < 30; round++) {
		const text = Array.from(
			{length: 3000},
			(_, at) => ` ${((at + 1) * (round + 7) * 2654435761).toString(36)}`,
		).join('');
		const ids = used.encode(text);
		if (round % 10 === 9) t.deepEqual(ids, twin(text));
	}
});

test('encodes a word without cutting it, and refuses one that is too long', (t) => {
	const encoder = bpeEncoder(modelOf('gpt2', true));
	t.deepEqual([...encoder.encodeWord(Buffer.from('zebra'))], [5000]);
	t.deepEqual([...encoder.encodeWord(Buffer.from('a the'))].length, 3);
	t.deepEqual([...encoder.encodeWord(Buffer.from(''))], []);
	t.throws(() => encoder.encodeWord(new Uint8Array(40_000)), {
		message: /at most 32768 bytes, found one of 40000/,
	});
});
