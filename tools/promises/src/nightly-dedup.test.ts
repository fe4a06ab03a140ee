import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {random} from '@millrace/core';
import test, {type ExecutionContext} from 'ava';
import {computed, refreshModule, type Refreshed} from './refresh-module.ts';
import {publishedRows} from './published-rows.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {versionDigest} from './version-digest.ts';

const module = import.meta.resolve('./pipelines/near-duplicates.ts');
const files = 5;
const perFile = 40;

interface Document {
	readonly name: string;
	readonly text: string;
	readonly day: number;
}

// Without digits, which are levelled.
const vocabulary = Array.from({length: 500}, (_, at) => Array.from(at.toString(26), letter).join(''));

function letter(digit: string): string {
	return String.fromCodePoint(97 + Number.parseInt(digit, 26));
}

const footer = 'All rights are reserved by those who wrote this.';

/** Sixty words by chance; an equal number gives equal words. */
function textOf(number: number): string {
	// Neighbouring seeds begin with equal numbers, so seeds are spread.
	const {pick} = random(Uint32Array.from([1, 2, 3, 4], (word) => Math.imul(number + word, 0x9e3779b1)));
	const words = Array.from({length: 60}, () => pick(vocabulary)).join(' ');
	return number % 4 === 0 ? `${footer}\n${words}` : words;
}

const document = (number: number, day: number): Document => ({
	name: `d${number}-${day}`,
	text: textOf(number),
	day,
});

/** The same text with its last word changed: nearly alike. */
const altered = ({name, text, day}: Document, mark: string): Document => ({
	name: `${name}-${mark}`,
	text: text.replace(/\w+$/, mark),
	day,
});

/** A folder of files whose every tenth document is nearly one of the file before. */
function writeCorpus(root: string): void {
	mkdirSync(root);
	for (let file = 0; file < files; file++) {
		const own = Array.from({length: perFile}, (_, at) => {
			const number = file * perFile + at;
			return at % 10 === 3 && file > 0
				? altered(document(number - perFile, 1), `copy${file}`)
				: document(number, 1);
		});
		write(root, `file-${file}.jsonl`, own);
	}
}

const write = (root: string, name: string, documents: readonly Document[]): void => {
	writeFileSync(join(root, name), documents.map((one) => `${JSON.stringify(one)}\n`).join(''));
};

const read = (root: string, name: string): readonly string[] =>
	readFileSync(join(root, name), 'utf8').split('\n').filter(Boolean);

for (const verify of [null, 0.75]) {
	test(`new documents are matched against the keys that are kept, and the version equals a full rebuild, verify ${verify}`, async (t) => {
		const folder = temporaryFolder(t);
		const root = join(folder, 'corpus');
		writeCorpus(root);
		const given = {root, verify};
		const night = nightOf(t, folder, given);

		const first = await night('the first night');
		const extracted = (refreshed: Refreshed): number =>
			computed(refreshed.events)['minhash-dedup: keys'] ?? -1;
		t.true(extracted(first) >= files, String(extracted(first)));

		// A newer document nearly like an old one, and one like none.
		write(root, 'night-2.jsonl', [altered(document(45, 9), 'new'), document(9000, 9)]);
		t.is(extracted(await night('added')), 1, 'only the new partition is extracted');
		t.deepEqual(await droppedNames(folder), ['d45-1']);

		// Nothing new: nothing is extracted, nothing published.
		const idle = await refreshModule({module, given, out: join(folder, 'out')});
		t.is(idle.outcome, 'unchanged');

		// An edit takes a document out of its cluster; the row that it had displaced is back.
		const lines = read(root, 'night-2.jsonl');
		write(root, 'night-2.jsonl', [document(9001, 9)]);
		writeFileSync(join(root, 'night-2.jsonl'), `${lines[1]}\n`, {flag: 'a'});
		t.is(extracted(await night('edited')), 1);
		t.deepEqual(await droppedNames(folder), []);

		// A removed file: its survivors' duplicates come back, and no key is made anew.
		rmSync(join(root, 'file-3.jsonl'));
		t.is(extracted(await night('removed')), 0);
	});
}

/** Names of documents dropped because of one of day 9. */
async function droppedNames(folder: string): Promise<readonly string[]> {
	const {rows, dropped} = await publishedRows(join(folder, 'out'));
	const newest = new Set(rows.filter(({day}) => day === 9).map(({row_id: id}) => id));
	return dropped.filter(({because}) => newest.has(because)).map(({row}) => nameIn(row));
}

function nameIn(row: unknown): string {
	const value: unknown = typeof row === 'string' ? JSON.parse(row) : row;
	return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
}

/** Refreshes, compares with a rebuild in an empty store and says what was computed. */
function nightOf(t: ExecutionContext, folder: string, given: Readonly<Record<string, unknown>>) {
	const out = join(folder, 'out');
	let rebuilds = 0;
	return async (message: string): Promise<Refreshed> => {
		const refreshed = await refreshModule({module, given, out});
		t.is(refreshed.outcome, 'published', message);
		const fresh = join(folder, `rebuild-${++rebuilds}`);
		await refreshModule({module, given, out: fresh, workers: rebuilds % 2});
		t.is(await versionDigest(out), await versionDigest(fresh), message);
		return refreshed;
	};
}
