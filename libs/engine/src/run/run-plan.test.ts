import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {int32, pipeline, utf8} from '@millrace/core';
import {fromJsonl, localStore, memoryStore} from '@millrace/io';
import {length} from '@millrace/stages';
import {namesIn} from '@millrace/testing';
import test from 'ava';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {loadPipeline, loadPlan, planRun} from './run-plan.ts';

const rows = (settings = {}) =>
	pipeline('plan', fromJsonl({files: '/nowhere', columns: {text: utf8}}), settings);

const hashOf = async (plan: Parameters<typeof planRun>[1]) =>
	(await planRun(memoryStore(), plan, undefined, {})).hash;

test('the hash of a plan changes with its name, seed, reader, stages and their order', async (t) => {
	const first = await hashOf(rows());
	t.is(await hashOf(rows()), first);
	t.is(await hashOf(rows({seed: 0})), first, 'the seed is 0 unless given');
	t.is(await hashOf(rows({maxQuarantined: 0.5})), first, 'a gate does not change the rows');
	const others = [
		rows({seed: 1}),
		rows().pipe(length()),
		rows().pipe(length({min: 2})),
		rows().derive('n', int32, () => 1),
	];
	t.is(new Set([first, ...(await Promise.all(others.map(hashOf)))]).size, 5);
});

test('a pipeline that no module declares leaves nothing in the store, and is found by its hash in this process', async (t) => {
	const store = memoryStore();
	const plan = rows();
	const {object, hash} = await planRun(store, plan, undefined, {});
	t.deepEqual(await namesIn(store, ''), []);
	t.is(await loadPlan(store, object, hash), plan);
});

test('columns that publishing adds are taken', async (t) => {
	const taken = rows()
		.derive('row_id', utf8, () => 'x')
		.derive('row_source', utf8, () => 'x');
	await t.throwsAsync(planRun(memoryStore(), taken, undefined, {}), {
		code: 'schema',
		message: /the columns row_id and row_source are added to what is published; rename yours/,
	});
});

const declaring = (minimum: number): string => `
import {configurable, pipeline, utf8} from ${JSON.stringify(import.meta.resolve('@millrace/core'))};
import {fromJsonl} from ${JSON.stringify(import.meta.resolve('@millrace/io'))};
import {z} from ${JSON.stringify(import.meta.resolve('zod'))};
import {least} from './least.ts';
export default configurable({name: z.string().default('plan')}, ({name}) =>
	pipeline(name, fromJsonl({files: '/nowhere', columns: {text: utf8}})).filter('short', ({text}) => text.length > least + ${minimum}));
`;

const loading = (engine: string, store: string, object: string, hash: string): string => `
import {loadPlan} from ${JSON.stringify(engine)};
import {localStore} from ${JSON.stringify(import.meta.resolve('@millrace/io'))};
loadPlan(localStore(${JSON.stringify(store)}), ${JSON.stringify(object)}, ${JSON.stringify(hash)}).then(
	({name, nodes}) => console.log(JSON.stringify({name, nodes: nodes.length})),
	({code, message}) => console.log(JSON.stringify({code, message})),
);
`;

test('another process builds the pipeline from its module and options, and refuses one whose sources changed', async (t) => {
	const folder = temporaryFolder(t, {
		'package.json': '{"type": "module"}',
		'pipeline.ts': declaring(0),
		'least.ts': 'export const least = 3;',
	});
	const module = pathToFileURL(join(folder, 'pipeline.ts')).href;
	const given = {name: 'elsewhere'};
	const store = localStore(join(folder, 'store'));
	const {object, hash} = await planRun(store, await loadPipeline(module, given), module, given);
	t.true(object.startsWith(`runs/${hash.slice(0, 16)}/plan`));
	const elsewhere = (): unknown => {
		const source = loading(import.meta.resolve('./run-plan.ts'), join(folder, 'store'), object, hash);
		const {stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
			encoding: 'utf8',
			cwd: fileURLToPath(new URL('.', import.meta.url)),
		});
		t.is(stderr, '');
		return JSON.parse(stdout);
	};
	t.deepEqual(elsewhere(), {name: 'elsewhere', nodes: 1});
	writeFileSync(join(folder, 'least.ts'), 'export const least = 4;');
	const refused = elsewhere();
	t.like(refused, {code: 'temporary'});
	t.regex(JSON.stringify(refused), /the code changed since the run began: [^ ]*least\.ts; run again/);
});
