import test from 'ava';
import {layerOf, projectFaults} from './project-faults.ts';
import type {Manifest} from './projects.ts';

const manifest: Manifest = {
	name: '@millrace/io',
	version: '0.1.0',
	private: false,
	type: 'module',
	license: 'Apache-2.0',
	dependencies: {},
	devDependencies: {},
	peerDependencies: {},
	optionalDependencies: {},
	scripts: {test: 'ava', lint: 'eslint .'},
	nx: {name: 'io', tags: ['layer:io']},
};

test('a lib is a layer of its own name; others belong to the layer of their folder', (t) => {
	t.is(layerOf('libs/io'), 'io');
	t.is(layerOf('pipelines/news'), 'pipelines');
});

test('accepts a project as it should be', (t) => {
	t.deepEqual(projectFaults({folder: 'libs/io', manifest, sources: []}), []);
});

test('a dataset may say that it is one, so that a pipeline may bear its name', (t) => {
	const faultsOf = (name: string) =>
		projectFaults({
			folder: 'datasets/support-tickets',
			manifest: {...manifest, private: true, nx: {name, tags: ['layer:datasets']}},
			sources: [],
		});
	t.deepEqual(faultsOf('support-tickets'), []);
	t.deepEqual(faultsOf('support-tickets-dataset'), []);
	t.is(faultsOf('tickets').length, 1);
});

test('names every fault at once', (t) => {
	const faulty = {
		...manifest,
		name: 'io',
		license: 'MIT',
		scripts: {lint: 'eslint .'},
		nx: {name: 'io', tags: []},
	};
	t.deepEqual(projectFaults({folder: 'libs/io', manifest: faulty, sources: []}), [
		'libs/io/package.json: license: expected Apache-2.0, found MIT.',
		'libs/io/package.json: nx.tags: expected layer:io, found .',
		'libs/io/package.json: name: expected @millrace/, found io.',
		'libs/io/package.json: scripts.test: expected ava, found nothing.',
	]);
});

test('a pipeline has no test script, for smoke runs its tests', (t) => {
	const pipeline = {
		...manifest,
		name: '@millrace/pipeline-news',
		private: true,
		nx: {name: 'news', tags: ['layer:pipelines']},
	};
	t.deepEqual(projectFaults({folder: 'pipelines/news', manifest: pipeline, sources: []}), [
		'pipelines/news/package.json: scripts.test: remove it; the target smoke runs the tests of a pipeline.',
	]);
});
