import test from 'ava';
import {projectFaults} from './project-faults.ts';
import {readProjects} from './projects.ts';

const projects = await readProjects();

test('reads every project with its manifest and its sources', (t) => {
	const core = projects.find(({folder}) => folder === 'libs/core');
	t.is(core?.manifest.name, '@millrace/core');
	t.true(core?.sources.some(({path}) => path === 'libs/core/src/index.ts'));
});

test('leaves out fixtures, templates, builds and generated files', (t) => {
	const paths = projects.flatMap(({sources}) => sources.map(({path}) => path));
	t.deepEqual(
		paths.filter((path) =>
			/\/(?:node_modules|dist|fixtures|templates|assembly)\/|\.generated\.ts$/.test(path),
		),
		[],
	);
});

test('every project has its name, its layer, its licence and its scripts', (t) => {
	t.deepEqual(projects.flatMap(projectFaults), []);
});
