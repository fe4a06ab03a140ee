import {memorySorter} from '@millrace/testing';
import test from 'ava';
import {judgeClusters} from './judge-clusters.ts';

const members = (texts: readonly string[]) =>
	texts.map((text, row) => ({
		cluster: 1,
		rank: new Uint8Array(0),
		partition: 0,
		row,
		id: `id-${row}`,
		content: Buffer.from(text),
	}));

async function dropped(texts: readonly string[], heldBytes: number) {
	const judge = {
		read: String,
		similarity: (a: string, b: string) => (a === b ? 1 : 0),
		threshold: 0.5,
		mode: 'drop',
		heldBytes,
	} as const;
	async function* sorted() {
		yield Promise.resolve(members(texts));
	}
	const verdicts = (await Array.fromAsync(judgeClusters(sorted(), {sorter: memorySorter}, judge))).flat();
	return verdicts.flatMap(({ref, drop}) => (drop ? [[ref.row, drop.because]] : []));
}

const texts = ['aaaa', 'bbbb', 'cccc', 'bbbb', 'aaaa'];

test('each row is dropped for the kept row that it is like, however many are kept', async (t) => {
	t.deepEqual(await dropped(texts, 1000), [
		[4, 'id-0'],
		[3, 'id-1'],
	]);
});

test('beyond what may be held the earliest kept rows are forgotten: rows stay that are alike, none is dropped wrongly', async (t) => {
	t.deepEqual(await dropped(texts, 8), [[3, 'id-1']]);
	t.deepEqual(await dropped(texts, 1), []);
});
