import {readJson} from '@nx/devkit';
import {createTreeWithEmptyWorkspace} from '@nx/devkit/testing';
import test from 'ava';
import {dataset} from './dataset.ts';
import {pipeline} from './pipeline.ts';

const workspace = () => {
	const tree = createTreeWithEmptyWorkspace({formatter: 'none'});
	tree.write('tsconfig.json', '{"files": [], "references": [{"path": "./libs/core"}]}');
	return tree;
};

test('a pipeline has its declaration, its test, its fixture and its two configurations', async (t) => {
	const tree = workspace();
	await pipeline(tree, {name: 'support-answers'});
	t.deepEqual(tree.children('pipelines/support-answers').toSorted(), [
		'fixtures',
		'package.json',
		'pipeline.test.ts',
		'pipeline.ts',
		'tsconfig.json',
	]);
	t.regex(
		tree.read('pipelines/support-answers/pipeline.ts', 'utf8') ?? '',
		/export default supportAnswers\(/,
	);
});

test('a dataset has its reader and card, its test, its sample and its two configurations', async (t) => {
	const tree = workspace();
	await dataset(tree, {name: 'support-tickets'});
	t.deepEqual(tree.children('datasets/support-tickets').toSorted(), [
		'dataset.test.ts',
		'dataset.ts',
		'package.json',
		'sample',
		'tsconfig.json',
	]);
	t.regex(
		tree.read('datasets/support-tickets/dataset.ts', 'utf8') ?? '',
		/export const supportTickets = fromJsonl/,
	);
});

test('the project is referenced by the workspace and has a row', async (t) => {
	const tree = workspace();
	await pipeline(tree, {name: 'news'});
	t.deepEqual(readJson(tree, 'tsconfig.json'), {
		files: [],
		references: [{path: './libs/core'}, {path: './pipelines/news'}],
	});
	t.regex(
		tree.read('docs/pipelines.md', 'utf8') ?? '',
		/^\| \[news\]\(\.\.\/pipelines\/news\/pipeline\.ts\) \| News\. \|$/m,
	);
});

test('Nx knows a project by one name, so that a pipeline and a dataset may not share it', async (t) => {
	const tree = workspace();
	await dataset(tree, {name: 'news'});
	await t.throwsAsync(pipeline(tree, {name: 'news'}), {
		message: 'nx g pipeline: datasets/news has the name news; choose another.',
	});
});
