import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, lchownSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync, zstdCompressSync} from 'node:zlib';
import {int32, MillraceError, utf8, vector} from '@millrace/core';
import {toParquet} from '@millrace/io';
import test from 'ava';
import {publishedRows} from './published-rows.ts';
import {refreshModule, type RefreshModule} from './refresh-module.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {versionDigest} from './version-digest.ts';

const module = import.meta.resolve('./pipelines/bad-input.ts');
const child = fileURLToPath(new URL('refresh-in-child.ts', import.meta.url));

const line = (n: number, text = `line ${n} of a file`): string => `${JSON.stringify({text, n})}\n`;

const lines = (count: number, first = 0): string => Array.from({length: count}, (_, row) => line(first + row)).join('');

const refreshed = async (root: string, out: string, given: object = {}, options: Partial<RefreshModule> = {}) => refreshModule({module, out, given: {root, ...given}, ...options});

/** All that a reader of the data can see. */
const visible = (out: string): readonly string[] =>
	['manifests', 'versions'].flatMap((name) => (existsSync(join(out, name)) ? readdirSync(join(out, name), {recursive: true, encoding: 'utf8'}).sort() : []));

/** What a table of a column of text and one of numbers is as Parquet. */
const parquet = async (values: readonly number[]): Promise<Uint8Array> =>
	toParquet().encode({text: utf8, n: int32}, (async function* () {
		await Promise.resolve();
		const vectors = new Map([['text', vector(utf8.type, values.map((n) => `row ${n}`))], ['n', vector(int32.type, values)]]);
		yield {length: values.length, vectors};
	})());

interface Bad {
	readonly name: string;
	readonly content: Uint8Array | string;
	/** What the file should have been. */
	readonly mended: Uint8Array | string;
	readonly reader?: 'jsonl' | 'parquet';
	readonly message: RegExp;
}

const zipped = gzipSync(lines(2000));

const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, index) => (index === at ? byte ^ 0x55 : byte));

const bad: Readonly<Record<string, () => Bad | Promise<Bad>>> = {
	'a gzip file that is cut off': () => ({name: 'b.jsonl.gz', content: zipped.subarray(0, -20), mended: zipped, message: /expected whole gzip members, found near byte \d+/}),
	'a gzip file with a wrong byte': () => ({name: 'b.jsonl.gz', content: flipped(zipped, zipped.length >> 1), mended: zipped, message: /expected whole gzip members/}),
	'a gzip file with other bytes behind it': () => ({name: 'b.jsonl.gz', content: Buffer.concat([zipped, Buffer.from('rest')]), mended: zipped, message: /found near byte \d+/}),
	'a file that is not what its name says': () => ({name: 'b.jsonl.zst', content: lines(3), mended: zstdCompressSync(lines(3)), message: /expected zstd as its name says, found bytes that begin with 7b22/}),
	'a decompression bomb of gzip': () => ({name: 'b.jsonl.gz', content: gzipSync(Buffer.alloc(40 << 20, '\n')), mended: zipped, message: /expected at most 200 times its compressed size, found \d+ bytes out of \d+/}),
	'a decompression bomb of Zstandard': () => ({name: 'b.jsonl.zst', content: zstdCompressSync(Buffer.alloc(40 << 20, '\n')), mended: zstdCompressSync(lines(3)), message: /expected at most 200 times its compressed size/}),
	'a Parquet file whose footer points outside it': async () => {
		const whole = Buffer.from(await parquet(Array.from({length: 500}, (_, n) => n)));
		const footer = whole.readUInt32LE(whole.length - 8) + 8;
		const content = Buffer.concat([whole.subarray(0, 4), whole.subarray(whole.length - footer)]);
		return {name: 'b.parquet', content, mended: whole, reader: 'parquet', message: /expected a whole Parquet file, found row group 0, column text: bytes 4 to \d+, where the columns lie between 4 and 4/};
	},
	'a Parquet file that says its footer is longer than the file': async () => {
		const whole = Buffer.from(await parquet([1, 2, 3]));
		const content = Buffer.from(whole);
		content.writeUInt32LE(whole.length, whole.length - 8);
		return {name: 'b.parquet', content, mended: whole, reader: 'parquet', message: /found a footer of \d+ bytes in a file of \d+/};
	},
};

for (const [what, make] of Object.entries(bad)) {
	test(`${what} is named, nothing becomes visible, and once it is mended a run completes`, async (t) => {
		const {name, content, mended, reader = 'jsonl', message} = await make();
		const folder = temporaryFolder(t);
		const [root, out, fresh] = [join(folder, 'in'), join(folder, 'out'), join(folder, 'fresh')];
		mkdirSync(root);
		writeFileSync(join(root, reader === 'jsonl' ? 'a.jsonl' : 'a.parquet'), reader === 'jsonl' ? lines(20) : await parquet([7, 8]));
		await refreshed(root, out, {reader});
		const [before, shown] = [await versionDigest(out), visible(out)];
		writeFileSync(join(root, name), content);
		const error = await t.throwsAsync(refreshed(root, out, {reader}), {instanceOf: MillraceError, code: 'corrupt', message});
		t.true(error.message.startsWith(join(root, name)), error.message);
		t.is(await versionDigest(out), before, 'the version before stays');
		t.deepEqual(visible(out), shown);
		writeFileSync(join(root, name), mended);
		t.is((await refreshed(root, out, {reader})).manifest.version, 2);
		await refreshed(root, fresh, {reader});
		t.is(await versionDigest(out), await versionDigest(fresh));
	});
}

/** Lines that cannot be read, with the reason that is told. */
const unreadable: Readonly<Record<string, readonly [content: string | Uint8Array, reason: RegExp]>> = {
	'text that is not JSON': ['{"text": oops}', /expected a JSON object, found text that is not JSON/],
	'a value that is no object': ['[1, 2]', /expected a JSON object, found another JSON value/],
	'a value of another type': ['{"text":"x","n":"seven"}', /column n: expected int32, found the text "seven"/],
	'a null where none may be': ['{"text":null,"n":1}', /column text: expected utf8, found null/],
	'invalid UTF-8': [Buffer.concat([Buffer.from('{"text":"caf'), Buffer.of(0xe9), Buffer.from('","n":1}')]), /expected UTF-8, found other bytes/],
	'a lone surrogate': ['{"text":"\\ud83d","n":1}', /column text: the text holds a lone surrogate/],
	'a NUL byte': ['{"text":"a\0b","n":1}', /found text that is not JSON/],
	'a line of 50 MB': [`{"text":"${'x'.repeat(50_000_000)}","n":1}`, /expected a record of at most 16777216 bytes, found a longer one; raise maxRecordBytes to read it/],
};

for (const [what, [content, reason]] of Object.entries(unreadable)) {
	test(`${what} is quarantined with its file, offset and reason, and nothing else is lost`, async (t) => {
		const folder = temporaryFolder(t);
		const [root, out] = [join(folder, 'in'), join(folder, 'out')];
		mkdirSync(join(root, 'deep'), {recursive: true});
		writeFileSync(join(root, 'a.jsonl'), lines(3));
		const around = [lines(40, 10), lines(40, 60)].map((text) => Buffer.from(text));
		writeFileSync(join(root, 'deep/b.jsonl'), Buffer.concat([around[0] ?? Buffer.of(), Buffer.from(content), Buffer.from('\n'), around[1] ?? Buffer.of()]));
		const {manifest} = await refreshed(root, out);
		const {rows, quarantined, accounts} = await publishedRows(out);
		t.deepEqual(rows.map(({n}) => n), [0, 1, 2, ...Array.from({length: 40}, (_, n) => 10 + n), ...Array.from({length: 40}, (_, n) => 60 + n)]);
		t.is(quarantined.length, 1);
		t.like(quarantined[0], {row_source: 'deep/b.jsonl', stage: 'jsonl', score: around[0]?.length ?? -1, row: '{}'});
		t.regex(String(quarantined[0]?.['reason']), reason);
		t.is(manifest.accounts[0]?.quarantined, 1);
		t.is(accounts.reduce((sum, account) => sum + Number(account['quarantined']), 0), 1);
		t.false(rows.some(({row_id: id}) => id === quarantined[0]?.['row_id']));
		writeFileSync(join(root, 'deep/b.jsonl'), Buffer.concat([around[0] ?? Buffer.of(), Buffer.from(line(50)), around[1] ?? Buffer.of()]));
		t.deepEqual((await refreshed(root, out)).manifest.rows, {train: 84});
		t.deepEqual((await publishedRows(out)).quarantined, []);
	});
}

test('NUL characters, odd line ends and characters beyond the first plane are text like any other', async (t) => {
	const folder = temporaryFolder(t);
	const texts = ['a\0b', '\u2028\u2029\u0085', '\u{1f469}\u200d\u{1f680}', '\ufeff', '\ufffe', ''];
	const root = join(folder, 'in');
	mkdirSync(root);
	writeFileSync(join(root, 'a.jsonl'), texts.map((text, n) => line(n, text).replace('\n', '\r\n')).join(''));
	await refreshed(root, join(folder, 'out'));
	t.deepEqual((await publishedRows(join(folder, 'out'))).rows.map(({text}) => text), texts);
});

test('names with quotes, line breaks, dots and odd characters are read, and told as they are; those that begin with a dot are hidden', async (t) => {
	const folder = temporaryFolder(t);
	const root = join(folder, 'in');
	const names = ['"quoted" \'name\'.jsonl', 'new\nline.jsonl', 'a...jsonl', 'a..b.jsonl', '$(echo oh)`.jsonl', '100%2e%2e.jsonl', 'ü 漢字\u{1f680}.jsonl', 'back\\slash.jsonl', '-rf.jsonl', 'a../x.jsonl'];
	for (const [n, name] of names.entries()) {
		mkdirSync(join(root, name, '..'), {recursive: true});
		writeFileSync(join(root, name), line(n) + (n === 1 ? 'oops\n' : ''));
	}
	for (const name of ['..jsonl.jsonl', '.hidden.jsonl']) writeFileSync(join(root, name), line(99));
	await refreshed(root, join(folder, 'out'));
	const {rows, quarantined} = await publishedRows(join(folder, 'out'));
	t.deepEqual(new Map(rows.map(({n, row_source: source}) => [n, source])), new Map([...names.entries()].toSorted(([, a], [, b]) => (a < b ? -1 : 1))));
	t.deepEqual(quarantined.map(({row_source: source}) => source), ['new\nline.jsonl']);
});

test('an empty file has no rows; where every file is empty nothing is published', async (t) => {
	const folder = temporaryFolder(t);
	const [root, out] = [join(folder, 'in'), join(folder, 'out')];
	mkdirSync(root);
	for (const name of ['empty.jsonl', 'blank.jsonl']) writeFileSync(join(root, name), name === 'blank.jsonl' ? '\n \r\n\n' : '');
	writeFileSync(join(root, 'empty.jsonl.gz'), '');
	await t.throwsAsync(refreshed(root, out), {code: 'gate', message: /no row is left of 0 read, so nothing is published/});
	t.deepEqual(visible(out), []);
	writeFileSync(join(root, 'a.jsonl'), lines(2));
	const {manifest} = await refreshed(root, out);
	t.deepEqual([manifest.rows, manifest.sources.files], [{train: 2}, 4]);
});

test('a symbolic link out of the folder is refused by name, one within it is followed', async (t) => {
	const folder = temporaryFolder(t);
	const [root, out] = [join(folder, 'in'), join(folder, 'out')];
	mkdirSync(root);
	writeFileSync(join(root, 'a.jsonl'), lines(2));
	writeFileSync(join(folder, 'secret.jsonl'), lines(1, 99));
	symlinkSync('a.jsonl', join(root, 'b.jsonl'));
	symlinkSync('../secret.jsonl', join(root, 'c.jsonl'));
	await t.throwsAsync(refreshed(root, out), {code: 'usage', message: /c\.jsonl: expected links to stay below .*, found one to .*secret\.jsonl/});
	t.deepEqual(visible(out), []);
	rmSync(join(root, 'c.jsonl'));
	await refreshed(root, out);
	t.deepEqual((await publishedRows(out)).rows.map(({n, row_source: source}) => [n, source]), [[0, 'a.jsonl'], [1, 'a.jsonl'], [0, 'b.jsonl'], [1, 'b.jsonl']]);
});

test('a file that changes once while it is read is read again, whole', async (t) => {
	const folder = temporaryFolder(t);
	const [root, out, fresh] = [join(folder, 'in'), join(folder, 'out'), join(folder, 'fresh')];
	mkdirSync(root);
	writeFileSync(join(root, 'a.jsonl'), lines(200));
	let changes = 0;
	const {events} = await refreshed(root, out, {}, {
		onEvent(event) {
			// The file is indexed by now, and not yet read for its rows.
			if (event.type !== 'phase' || event.phase !== 'read' || changes++ > 0) return;
			writeFileSync(join(root, 'a.jsonl'), lines(200).replaceAll('of a file', 'of another'));
		},
	});
	t.true(events.some((event) => event.type === 'warn' && /a\.jsonl: the file changed while it was read/.test(event.message)));
	const {rows} = await publishedRows(out);
	t.is(rows.length, 200);
	t.true(rows.every(({text}) => String(text).endsWith('of another')), 'no row of what was there before');
	await refreshed(root, fresh);
	t.is(await versionDigest(out), await versionDigest(fresh));
});

test('a file that never stops changing ends the run, never mixed; once it is left alone a run completes', async (t) => {
	const folder = temporaryFolder(t);
	const [root, out] = [join(folder, 'in'), join(folder, 'out')];
	mkdirSync(root);
	const write = (round: number): void => {
		writeFileSync(join(root, 'a.jsonl'), lines(200).replaceAll('of a file', `of round ${round}`));
	};
	write(0);
	let round = 0;
	const restless = refreshed(root, out, {}, {
		onEvent(event) {
			if (event.type === 'phase' && event.phase === 'read') write(++round);
		},
	});
	await t.throwsAsync(restless, {code: 'temporary', message: /a\.jsonl: the file changed while it was read; run again/});
	t.true(round >= 2);
	t.deepEqual(visible(out), []);
	await refreshed(root, out);
	const {rows} = await publishedRows(out);
	t.is(rows.length, 200);
	t.true(rows.every(({text}) => String(text).endsWith(`of round ${round}`)));
});

test('a row for which a stage throws is quarantined with the error, and what is dropped says why', async (t) => {
	const folder = temporaryFolder(t);
	const [root, out] = [join(folder, 'in'), join(folder, 'out')];
	mkdirSync(root);
	writeFileSync(join(root, 'a.jsonl'), lines(30));
	const {manifest} = await refreshed(root, out, {between: 'throws'});
	const {rows, dropped, quarantined} = await publishedRows(out);
	t.deepEqual(rows.map(({n, half}) => [n, half]), Array.from({length: 15}, (_, half) => [half * 2, half]));
	t.deepEqual(quarantined.map(({row_source: source, stage, reason, row}) => [source, stage, reason, row]), [['a.jsonl', 'half', '13 brings bad luck', JSON.stringify({text: 'line 13 of a file', n: 13})]]);
	t.deepEqual(dropped.map(({stage, reason, row}) => [stage, reason, JSON.parse(String(row))]), Array.from({length: 15}, (_, half) => half * 2 + 1).filter((n) => n !== 13).map((n) => ['odd', 'odd', {text: `line ${n} of a file`, n, half: n >> 1}]));
	t.deepEqual(manifest.accounts.map(({dropped: reasons, quarantined: count}) => [reasons, count]), [[{}, 0], [{}, 1], [{odd: 14}, 0]]);
	t.is(new Set([...rows, ...dropped, ...quarantined].map(({row_id: id}) => id)).size, 30, 'every row is somewhere, once');
});

test('of a batch for which a stage throws, only the row at fault is quarantined', async (t) => {
	const folder = temporaryFolder(t);
	const [root, out] = [join(folder, 'in'), join(folder, 'out')];
	mkdirSync(root);
	writeFileSync(join(root, 'a.jsonl'), lines(30));
	await refreshed(root, out, {between: 'batch-throws'});
	const {rows, quarantined} = await publishedRows(out);
	t.deepEqual(rows.map(({n}) => n), Array.from({length: 30}, (_, n) => n).filter((n) => n !== 13));
	t.deepEqual(quarantined.map(({stage, reason, row}) => [stage, reason, row]), [['halves', '13 brings bad luck', JSON.stringify({text: 'line 13 of a file', n: 13})]]);
});

test('a document that is not UTF-8 is quarantined by its file, one in UTF-16 is named, since it need only be converted', async (t) => {
	const folder = temporaryFolder(t);
	const [root, out] = [join(folder, 'in'), join(folder, 'out')];
	mkdirSync(root);
	writeFileSync(join(root, 'a.txt'), 'good');
	writeFileSync(join(root, 'b.txt'), Buffer.of(0x63, 0x61, 0x66, 0xe9));
	await refreshed(root, out, {reader: 'text'});
	const {rows, quarantined} = await publishedRows(out);
	t.deepEqual(rows.map(({path}) => path), ['a.txt']);
	t.deepEqual(quarantined.map(({row_source: source, reason, score}) => [source, reason, score]), [['b.txt', 'expected UTF-8, found other bytes', 0]]);
	writeFileSync(join(root, 'c.txt'), Buffer.from('\ufeffconvert me', 'utf16le'));
	await t.throwsAsync(refreshed(root, out, {reader: 'text'}), {code: 'schema', message: /c\.txt: expected text in UTF-8, found UTF-16; convert the file/});
});

/** Runs a refresh as an ordinary user, who may read the folder only as its modes say. */
function asOrdinaryUser(folder: string, root: string, out: string) {
	const user = process.getuid?.() === 0 ? {uid: ordinary, gid: ordinary} : {};
	if (process.getuid?.() === 0) for (const name of ['.', ...readdirSync(folder, {recursive: true, encoding: 'utf8'})]) lchownSync(join(folder, name), ordinary, ordinary);
	return spawnSync(process.execPath, [child, module, out, JSON.stringify({root})], {...user, cwd: folder, encoding: 'utf8', env: {PATH: process.env['PATH'], HOME: folder, NODE_OPTIONS: ''}});
}

const ordinary = 65534;

/** Whether an ordinary user may read the checkout at all. */
const checkoutIsOpen = (): boolean => {
	if (process.getuid?.() !== 0) return process.getuid !== undefined;
	return spawnSync(process.execPath, ['--eval', `require('fs').readFileSync(${JSON.stringify(child)})`], {uid: ordinary, gid: ordinary, cwd: '/'}).status === 0;
};

(checkoutIsOpen() ? test : test.skip)('a folder or a file that an ordinary user may not read is named, and once it may be read a run completes (needs a checkout that others may read)', async (t) => {
	const folder = temporaryFolder(t);
	const [root, out] = [join(folder, 'in'), join(folder, 'out')];
	mkdirSync(join(root, 'closed'), {recursive: true});
	writeFileSync(join(root, 'a.jsonl'), lines(3));
	writeFileSync(join(root, 'closed/b.jsonl'), lines(3));
	for (const [name, wanted] of [['closed', 'a folder to list'], ['closed/b.jsonl', 'a file to read']] as const) {
		chmodSync(join(root, name), 0);
		const {status, stderr} = asOrdinaryUser(folder, root, out);
		chmodSync(join(root, name), 0o755);
		t.is(status, 1);
		t.true(stderr.includes(`${join(root, name)}: expected ${wanted}, found that permission is denied; let the user who runs this read it, or exclude it by a glob.`), stderr);
		t.deepEqual(visible(out), []);
	}
	t.is(asOrdinaryUser(folder, root, out).stderr, '');
	t.is((await publishedRows(out)).rows.length, 6);
});
