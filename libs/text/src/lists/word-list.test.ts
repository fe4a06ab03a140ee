import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {sampleBadWords, sampleUrlLists} from './samples.ts';
import {wordList} from './word-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-words-'));
test.after.always(() => {
	rmSync(folder, {recursive: true});
});

test('reads words in place, from a file and from gzip, and knows them by what they are', (t) => {
	const content = '\ufeff# words\n one \r\n\ntwo words\none\n';
	writeFileSync(join(folder, 'a.txt'), content);
	writeFileSync(join(folder, 'b.txt.gz'), gzipSync(content));
	const lists = [
		wordList(['one', 'two words']),
		wordList(join(folder, 'a.txt')),
		wordList(join(folder, 'b.txt.gz')),
	];
	for (const {words, identity} of lists) {
		t.deepEqual(words, ['one', 'two words']);
		t.deepEqual(identity, lists[0]?.identity);
	}
});

test('a file that is missing or holds no word is an error', (t) => {
	writeFileSync(join(folder, 'none.txt'), '# nothing\n');
	t.throws(() => wordList(join(folder, 'gone.txt')), {
		code: 'missing',
		message: /gone\.txt: expected a file with a word/,
	});
	t.throws(() => wordList(join(folder, 'none.txt')), {
		code: 'usage',
		message: /none\.txt: expected a word on each line, found none/,
	});
	t.throws(() => wordList([]), {code: 'usage', message: /^word list: expected a word/});
});

test('every sample can be read, and says that it is one', (t) => {
	for (const file of [...Object.values(sampleBadWords), ...Object.values(sampleUrlLists)])
		t.true(wordList(file).words.length > 1, file.href);
});
