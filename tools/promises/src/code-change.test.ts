import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {spawnSync} from 'node:child_process';
import test from 'ava';
import {temporaryFolder} from './temporary-folder.ts';

const workspace = fileURLToPath(new URL('../../../', import.meta.url));

const pipelineText = `
import {int32, pipeline, utf8} from '@millrace/core';
import {fromJsonl, toJsonl} from '@millrace/io';
import {exactDedup} from '@millrace/stages';
import {first} from './first.ts';
import {second} from './second.ts';
export default pipeline('code-change', fromJsonl({files: new URL('./in/', import.meta.url), columns: {text: utf8}}))
	.derive('first', int32, ({text}) => first(text))
	.pipe(exactDedup())
	.derive('second', int32, ({text}) => second(text))
	.pipe(exactDedup({by: {second: int32}}))
	.derive('third', int32, ({first: a, second: b}) => a + b)
	.write(toJsonl());
`;

const driver = `
import {refreshModule, computed} from ${JSON.stringify(new URL('refresh-module.ts', import.meta.url).href)};
const {events, manifest} = await refreshModule({module: process.argv[2], out: process.argv[3]});
console.log(JSON.stringify({computed: computed(events), version: manifest.version}));
`;

interface Refreshed {
	readonly computed: Readonly<Record<string, number>>;
	readonly version: number;
}

const isRefreshed = (value: unknown): value is Refreshed =>
	typeof value === 'object' && value !== null && 'computed' in value && 'version' in value;

test('changing a function that a stage imports computes that stage and those after it, and nothing before it', (t) => {
	const folder = join(temporaryFolder(t), 'pipeline');
	mkdirSync(join(folder, 'in'), {recursive: true});
	symlinkSync(join(workspace, 'node_modules'), join(folder, 'node_modules'));
	const write = (name: string, text: string): void => {
		writeFileSync(join(folder, name), text);
	};
	write('package.json', '{"type": "module"}');
	write('pipeline.ts', pipelineText);
	write('driver.ts', driver);
	write('first.ts', 'export const first = (text: string): number => text.length;');
	write('second.ts', 'export const second = (text: string): number => text.charCodeAt(0);');
	write(
		'in/rows.jsonl',
		Array.from({length: 200}, (_, row) => `{"text":"row ${row % 150} of the file"}\n`).join(''),
	);
	const refreshed = (): Refreshed => {
		const run = spawnSync(
			process.execPath,
			['driver.ts', pathToFileURL(join(folder, 'pipeline.ts')).href, join(folder, 'out')],
			{cwd: folder, encoding: 'utf8'},
		);
		t.is(run.stderr, '');
		const found: unknown = JSON.parse(run.stdout);
		if (!isRefreshed(found)) throw new Error(`expected what the driver prints, found ${run.stdout}`);
		return found;
	};
	const phases = [
		'read, first',
		'exact-dedup: keys',
		'exact-dedup: decide',
		'second',
		'exact-dedup#2: keys',
		'exact-dedup#2: decide',
		'third',
	];
	const ran = (): readonly string[] => {
		const {computed} = refreshed();
		return phases.filter((phase) => (computed[phase] ?? 0) > 0);
	};
	t.deepEqual(ran(), phases);
	write('second.ts', 'export const second = (text: string): number => text.charCodeAt(0) + text.length;');
	t.deepEqual(ran(), phases.slice(3));
	write('first.ts', 'export const first = (text: string): number => text.length + 1;');
	t.deepEqual(
		ran(),
		phases.filter((phase) => !phase.includes(': decide')),
		'equal keys leave the verdicts of a barrier in the cache',
	);
	write(
		'first.ts',
		'// A comment is a change of the source, the rows are the same.\nexport const first = (text: string): number => text.length + 1;',
	);
	t.deepEqual(
		ran(),
		['read, first'],
		'what a changed stage makes again is the same, so nothing after it runs',
	);
	write('first.ts', 'export const first = (text: string): number => text.length + 1;');
	t.is(
		refreshed().version,
		5,
		'a pipeline that goes back to what it was is published as a new version of the same rows',
	);
});
