import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {publishedRows} from './published-rows.ts';
import {refreshModule} from './refresh-module.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {versionDigest} from './version-digest.ts';

const module = import.meta.resolve('./pipelines/bad-input.ts');

const line = (n: number): string => `{"text":"line ${n}","n":${n}}\n`;

const prepared = (t: ExecutionContext, content: string) => {
	const folder = temporaryFolder(t);
	const [root, out] = [join(folder, 'in'), join(folder, 'out')];
	mkdirSync(root);
	writeFileSync(join(root, 'a.jsonl'), content);
	return {root, out, file: join(root, 'a.jsonl')};
};

test('a limit reads only so many records, and the full run after it is a version of its own', async (t) => {
	const {root, out} = prepared(t, Array.from({length: 300}, (_, n) => line(n)).join(''));
	for (const [version, limit] of [1, 100, 299].entries()) {
		const {manifest} = await refreshModule({module, out, given: {root}, limit});
		t.is(manifest.version, version + 1);
		t.is(manifest.accounts[0]?.in, limit);
		t.deepEqual(
			(await publishedRows(out)).rows.map(({n}) => n),
			Array.from({length: limit}, (_, n) => n),
		);
	}
	t.is((await refreshModule({module, out, given: {root}, limit: 299})).outcome, 'unchanged');
	t.deepEqual((await refreshModule({module, out, given: {root}})).manifest.rows, {train: 300});
	t.is((await publishedRows(out)).rows.length, 300);
});

test('rows of a limited run have the ids that they have in a full one', async (t) => {
	const {root, out} = prepared(t, Array.from({length: 60}, (_, n) => line(n % 20)).join(''));
	await refreshModule({module, out, given: {root}});
	const ids = (await publishedRows(out)).rows.map(({row_id: id}) => id);
	await refreshModule({module, out, given: {root}, limit: 33});
	t.deepEqual(
		(await publishedRows(out)).rows.map(({row_id: id}) => id),
		ids.slice(0, 33),
	);
});

test("more in quarantine than allowed fails the run, and last night's version stays", async (t) => {
	const good = Array.from({length: 100}, (_, n) => line(n)).join('');
	const {root, out, file} = prepared(t, good);
	await refreshModule({module, out, given: {root}});
	const before = await versionDigest(out);
	writeFileSync(file, `${good}oops\noops\n`);
	const message =
		/^pipeline bad-input: 2 of 102 records are quarantined \(jsonl 2\), more than the allowed share of 0\.01; mend the input, or raise maxQuarantined\.$/;
	await t.throwsAsync(refreshModule({module, out, given: {root, maxQuarantined: 0.01}}), {
		code: 'corrupt',
		message,
	});
	t.is(await versionDigest(out), before);
	const {manifest} = await refreshModule({module, out, given: {root, maxQuarantined: 0.02}});
	t.deepEqual(manifest.rows, {train: 100});
	t.is((await publishedRows(out)).quarantined.length, 2);
});

test('a result without rows fails the gate and publishes nothing', async (t) => {
	const {root, out} = prepared(t, line(1) + line(2));
	const message =
		/no row is left of 2 read, so nothing is published; run millrace run to see which stage drops them/;
	await t.throwsAsync(refreshModule({module, out, given: {root, between: 'none-left'}}), {
		code: 'gate',
		message,
	});
	t.false(existsSync(join(out, 'manifests')));
	t.false(existsSync(join(out, 'versions')));
	await refreshModule({module, out, given: {root}});
	const before = await versionDigest(out);
	await t.throwsAsync(refreshModule({module, out, given: {root, between: 'none-left'}}), {code: 'gate'});
	t.is(await versionDigest(out), before);
});
