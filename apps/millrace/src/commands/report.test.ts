import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {captured, notes, publishedNotes, temporaryFolder} from '../../fixtures/harness.ts';
import {refreshCommand} from './refresh.ts';
import {reportCommand} from './report.ts';

const titled = fileURLToPath(new URL('../../fixtures/titled/pipeline.ts', import.meta.url));

const rolesIn = (out: string): unknown => {
	const report: unknown = JSON.parse(readFileSync(join(out, 'reports/v000001.json'), 'utf8'));
	return typeof report === 'object' && report !== null && 'roles' in report ? report.roles : undefined;
};

test.serial('makes the report of a version anew and says where it is', async (t) => {
	const out = await publishedNotes(t);
	t.false(existsSync(join(out, 'reports')));
	const output = captured();
	t.is(await reportCommand(notes, {out, version: 1}, output), 0);
	t.regex(output.text(), /^notes version 1: .*\/reports\/v000001\.html\. \S.*\.$/);
	t.true(existsSync(join(out, 'reports/v000001.html')));
	t.deepEqual(rolesIn(out), {text: 'text'});
});

test.serial('as JSON it has the verdict and what to look at', async (t) => {
	const out = await publishedNotes(t);
	const output = captured();
	await reportCommand(titled, {out, json: true}, output);
	const [result] = output.json();
	t.like(result, {type: 'result', outcome: 'reported', name: 'notes', version: 1});
	t.regex(JSON.stringify(result), /"code":"label-once"/);
	t.deepEqual(rolesIn(out), {text: 'text', label: 'title'});
});

test.serial('a version or a dataset that is not there is an error', async (t) => {
	const out = await publishedNotes(t);
	await t.throwsAsync(reportCommand(notes, {out, version: 9}, captured()), {code: 'missing'});
	const none = join(temporaryFolder(t), 'none');
	await t.throwsAsync(reportCommand(notes, {out: none}, captured()), {code: 'missing'});
});

test.serial('a refresh of the same makes a report that is missing', async (t) => {
	const out = await publishedNotes(t);
	const refreshed = async (): Promise<string> => {
		const output = captured();
		await refreshCommand(notes, {out, workers: 1}, output);
		return output.text();
	};
	t.regex(await refreshed(), /^notes: nothing changed .*; its report is made anew: .*v000001\.html\.$/);
	t.regex(await refreshed(), /nothing changed .*; there is nothing to do\.$/);
});
