import test from 'ava';
import {createNodes, pipelineTargets} from './plugin.ts';

const targets = pipelineTargets('news');

test('every pipeline.ts below pipelines gets its targets', async (t) => {
	const [pattern, infer] = createNodes;
	t.is(pattern, 'pipelines/*/pipeline.ts');
	const nodes = await infer(['pipelines/news/pipeline.ts'], undefined, {
		nxJsonConfiguration: {},
		workspaceRoot: '/',
	});
	t.deepEqual(nodes, [['pipelines/news/pipeline.ts', {projects: {'pipelines/news': {targets}}}]]);
});

test('Nx caches smoke, and never refresh or report', (t) => {
	t.deepEqual(
		Object.entries(targets).map(([name, {cache}]) => [name, cache]),
		[
			['smoke', true],
			['refresh', false],
			['report', false],
		],
	);
});

test('refresh and report call the command line from the root', (t) => {
	t.deepEqual(targets['refresh']?.options, {
		command: 'node apps/millrace/src/main.ts refresh news',
		cwd: '{workspaceRoot}',
	});
	t.deepEqual(targets['report']?.options, {
		command: 'node apps/millrace/src/main.ts report news',
		cwd: '{workspaceRoot}',
	});
});
