import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pipeline, utf8} from '@millrace/core';
import {refresh, type Manifest} from '@millrace/engine';
import {inlineExecutor} from '@millrace/executors';
import {fromJsonl, localStore, toJsonl} from '@millrace/io';
import {redact} from '@millrace/stages';
import {tempFolder} from '@millrace/testing';
import {pseudonymKey} from '@millrace/text';
import test from 'ava';
import {makeReport} from './make-report.ts';
import {reportSettings} from './settings/report-settings.ts';

const secret = 'c0ffee11c0ffee22c0ffee33c0ffee44';

test('no byte of shards, manifest, caches, dropped rows or report holds the key of pseudonyms', async (t) => {
	process.env['MILLRACE_TEST_KEY'] = secret;
	const files = Array.from(
		{length: 40},
		(_, row) => `{"text": "Ask anna${row}@example.net, card 4111 1111 1111 1111."}\n`,
	);
	const folder = tempFolder(t, {'rows.jsonl': `${files.join('')}{"text": "call +44 7700 900871"}\n`});
	const store = localStore(join(folder, 'data'));
	const published: Manifest[] = [];
	const publish = async (key: string): Promise<void> => {
		process.env['MILLRACE_TEST_KEY'] = key;
		const plan = pipeline('people', fromJsonl({files: join(folder, 'rows.jsonl'), columns: {text: utf8}}))
			.pipe(
				redact({
					action: 'pseudonymise',
					actions: {phone: 'drop'},
					key: pseudonymKey({env: 'MILLRACE_TEST_KEY'}),
				}),
			)
			.write(toJsonl());
		const {manifest} = await refresh(plan, {store, executor: inlineExecutor()});
		published.push(manifest);
		await makeReport(store, {settings: reportSettings({text: 'text'})});
	};
	await publish(secret);
	const all = readdirSync(join(folder, 'data'), {recursive: true, withFileTypes: true})
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
	t.true(all.length > 4);
	t.true(all.some((bytes) => bytes.includes('@example.org')));
	t.true(all.some((bytes) => bytes.includes('pseudonymKey')) || all.some((bytes) => bytes.includes('html')));
	for (const form of [
		secret,
		secret.toUpperCase(),
		Buffer.from(secret).toString('base64'),
		Buffer.from(secret).toString('hex'),
	])
		t.deepEqual(
			all.filter((bytes) => bytes.includes(form)),
			[],
			form,
		);
	t.deepEqual(
		all.filter((bytes) => bytes.includes('7700 900871')),
		[],
		'a dropped row is kept without what dropped it',
	);
	await publish(secret.replaceAll('c0', 'd0'));
	const [one, other] = published.map(({files}) => files.map(({sha256}) => sha256));
	t.notDeepEqual(one, other);
});
