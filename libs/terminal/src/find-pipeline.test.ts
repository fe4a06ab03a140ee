import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {findPipeline} from './find-pipeline.ts';
import {pipelineNames, workspaceAbove} from './workspace.ts';

function workspace(t: ExecutionContext): string {
	const root = mkdtempSync(join(tmpdir(), 'millrace-cli-'));
	t.teardown(() => {
		rmSync(root, {recursive: true, force: true});
	});
	mkdirSync(join(root, 'pipelines/news'), {recursive: true});
	mkdirSync(join(root, 'pipelines/empty'));
	mkdirSync(join(root, 'libs/deep'), {recursive: true});
	writeFileSync(join(root, 'nx.json'), '{}');
	writeFileSync(join(root, 'pipelines/news/pipeline.ts'), '');
	writeFileSync(join(root, 'libs/own.ts'), '');
	return root;
}

test('a workspace is found from any folder in it, with the pipelines that it declares', async (t) => {
	const root = workspace(t);
	t.is(workspaceAbove(join(root, 'libs/deep')), root);
	t.deepEqual(await pipelineNames(root), ['news']);
	t.deepEqual(await pipelineNames(join(root, 'libs')), []);
});

test('a name is a folder under pipelines, wherever one stands', async (t) => {
	const root = workspace(t);
	t.deepEqual(await findPipeline('news', join(root, 'libs/deep')), {
		path: join(root, 'pipelines/news/pipeline.ts'),
		name: 'news',
		root,
	});
});

test('a path is a module; one under pipelines is the same as its name', async (t) => {
	const root = workspace(t);
	t.deepEqual(await findPipeline('./pipelines/news/pipeline.ts', root), await findPipeline('news', root));
	t.deepEqual(await findPipeline('own.ts', join(root, 'libs')), {path: join(root, 'libs/own.ts'), root});
});

test('a name that nothing has, a folder, and a name outside of a workspace are sentences', async (t) => {
	const root = workspace(t);
	await t.throwsAsync(findPipeline('nevs', root), {
		message:
			/expected pipelines\/nevs\/pipeline\.ts in the workspace, found no such file; did you mean news\?$/,
	});
	await t.throwsAsync(findPipeline('something-else', root), {message: /; there are news\.$/});
	await t.throwsAsync(findPipeline('./pipelines', root), {
		message: /found a folder; give a path that ends in pipeline\.ts\.$/,
	});
	await t.throwsAsync(findPipeline('news', '/'), {message: /expected to be inside a workspace/});
});
