import test from 'ava';
import {corpusPlan, type CorpusOptions} from './corpus-options.ts';
import {corpusLanguages, fileBlocks} from './file-blocks.ts';

const languages = corpusLanguages(5);

function blocks(given: CorpusOptions, file: number): Buffer[] {
	const found = [];
	for (const block of fileBlocks(corpusPlan({seed: 5, ...given}), languages, file))
		found.push(Buffer.from(block));
	return found;
}

test('a file written alone is the file written among others', (t) => {
	const alone = Buffer.concat(blocks({bytes: 4e6, files: 4}, 2));
	for (const file of [0, 1]) blocks({bytes: 4e6, files: 4}, file);
	t.true(Buffer.concat(blocks({bytes: 4e6, files: 4}, 2)).equals(alone));
});

test('a smaller file is the beginning of a larger one', (t) => {
	const small = Buffer.concat(blocks({bytes: 2e6, files: 1, longEvery: 0}, 0));
	const large = Buffer.concat(blocks({bytes: 5e6, files: 1, longEvery: 0}, 0));
	t.true(large.subarray(0, small.length).equals(small));
});

test('blocks stay near 1 MiB, a long text aside', (t) => {
	const sizes = blocks({bytes: 8e6, files: 1, longEvery: 0}, 0).map(({length}) => length);
	t.true(
		sizes.every((size) => size < 1.1 * 2 ** 20),
		sizes.join(' '),
	);
});

test('another seed gives another file', (t) => {
	const [[one], [other]] = [
		blocks({bytes: 1e5, files: 1}, 0),
		[...fileBlocks(corpusPlan({bytes: 1e5, files: 1, seed: 6}), languages, 0)],
	];
	t.false(one?.equals(other ?? Buffer.alloc(0)));
});
