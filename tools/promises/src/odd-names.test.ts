import {mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {badFolder, line, lines, refreshed, visible} from './bad-folder.ts';
import {publishedRows} from './published-rows.ts';

test('NUL characters, odd line ends and characters beyond the first plane are text like any other', async (t) => {
	const {root, out} = badFolder(t);
	const texts = ['a\0b', '\u2028\u2029\u0085', '\u{1f469}\u200d\u{1f680}', '\ufeff', '\ufffe', ''];
	writeFileSync(join(root, 'a.jsonl'), texts.map((text, n) => line(n, text).replace('\n', '\r\n')).join(''));
	await refreshed(root, out);
	t.deepEqual(
		(await publishedRows(out)).rows.map(({text}) => text),
		texts,
	);
});

test('names with quotes, line breaks, dots and odd characters are read, and told as they are; those that begin with a dot are hidden', async (t) => {
	const {root, out} = badFolder(t);
	const names = [
		'"quoted" \'name\'.jsonl',
		'new\nline.jsonl',
		'a...jsonl',
		'a..b.jsonl',
		'$(echo oh)`.jsonl',
		'100%2e%2e.jsonl',
		'ü 漢字\u{1f680}.jsonl',
		'back\\slash.jsonl',
		'-rf.jsonl',
		'a../x.jsonl',
	];
	for (const [n, name] of names.entries()) {
		mkdirSync(join(root, name, '..'), {recursive: true});
		writeFileSync(join(root, name), line(n) + (n === 1 ? 'oops\n' : ''));
	}
	for (const name of ['..jsonl.jsonl', '.hidden.jsonl']) writeFileSync(join(root, name), line(99));
	await refreshed(root, out);
	const {rows, quarantined} = await publishedRows(out);
	t.deepEqual(
		new Map(rows.map(({n, row_source: source}) => [n, source])),
		new Map([...names.entries()].toSorted(([, a], [, b]) => (a < b ? -1 : 1))),
	);
	t.deepEqual(
		quarantined.map(({row_source: source}) => source),
		['new\nline.jsonl'],
	);
});

test('a symbolic link out of the folder is refused by name, one within it is followed', async (t) => {
	const {folder, root, out} = badFolder(t);
	writeFileSync(join(root, 'a.jsonl'), lines(2));
	writeFileSync(join(folder, 'secret.jsonl'), lines(1, 99));
	symlinkSync('a.jsonl', join(root, 'b.jsonl'));
	symlinkSync('../secret.jsonl', join(root, 'c.jsonl'));
	await t.throwsAsync(refreshed(root, out), {
		code: 'usage',
		message: /c\.jsonl: expected links to stay below .*, found one to .*secret\.jsonl/,
	});
	t.deepEqual(visible(out), []);
	rmSync(join(root, 'c.jsonl'));
	await refreshed(root, out);
	t.deepEqual(
		(await publishedRows(out)).rows.map(({n, row_source: source}) => [n, source]),
		[
			[0, 'a.jsonl'],
			[1, 'a.jsonl'],
			[0, 'b.jsonl'],
			[1, 'b.jsonl'],
		],
	);
});
