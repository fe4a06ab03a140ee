import {hash128Twin} from '@millrace/kernels';
import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import fc from 'fast-check';
import {contentKey} from './content-key.ts';

testStage(test, 'content-key', {
	stage: () => contentKey(),
	rows: [{text: ''}, {text: 'a'}, {text: 'caf\u00e9 \u{1f600}'}, {text: 'x'.repeat(100_000)}],
});

const keysOf = async (texts: readonly string[]): Promise<unknown[]> =>
	(
		await runStage(
			contentKey(),
			texts.map((text) => ({text})),
		)
	).rows.map(({row}) => row['content_key']);

test('gives equal texts equal keys and others other keys', async (t) => {
	const keys = await keysOf(['a', 'b', 'a', 'ab', '', '\u00e9', 'e\u0301', 'a\0']);
	t.is(keys[0], keys[2]);
	t.is(new Set(keys).size, 7);
	t.true(keys.every((key) => /^[0-9a-f]{32}$/.test(String(key))));
});

test('gives the XXH64 of the empty text, which its specification states, in the first half', async (t) => {
	t.is(String((await keysOf(['']))[0]).slice(0, 16), 'ef46db3751d8e999');
});

test('agrees with its twin in TypeScript for any texts', async (t) => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.string({unit: 'binary', maxLength: 200})), async (texts) => {
			const twins = texts.map((text) => Buffer.from(hash128Twin(Buffer.from(text))).toString('hex'));
			t.deepEqual(await keysOf(texts), twins);
		}),
	);
});

test('writes to a column of another name', async (t) => {
	const {rows} = await runStage(contentKey({columns: {text: 'body', content_key: 'key'}}), [{body: 'a'}]);
	t.deepEqual(Object.keys(rows[0]?.row ?? {}), ['body', 'key']);
});
