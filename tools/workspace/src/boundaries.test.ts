import {join} from 'node:path';
import {createProjectGraphAsync} from '@nx/devkit';
import test from 'ava';
import {ESLint} from 'eslint';
import {layers, testLayers} from './layers.ts';
import {layerOf} from './project-faults.ts';
import {readProjects, workspaceFolder} from './projects.ts';

// The rule reads the graph that Nx wrote last, and passes everything where there is none.
await createProjectGraphAsync();

const rule = '@nx/enforce-module-boundaries';

const eslint = new ESLint({
	cwd: workspaceFolder,
	ruleFilter: ({ruleId}) => ruleId === rule,
	overrideConfig: {languageOptions: {parserOptions: {projectService: false}}},
});

const projects = (await readProjects()).map((project) => ({...project, layer: layerOf(project.folder)}));
const perLayer = [...Map.groupBy(projects, ({layer}) => layer).values()].flatMap((each) => each.slice(0, 1));

/** Lints a module that imports every other layer, and returns the layers that the rule refused. */
async function refused(folder: string, file: string, others: typeof projects): Promise<readonly string[]> {
	const text = others.map(({manifest}) => `import '${manifest.name}';\n`).join('');
	const [result] = await eslint.lintText(text, {filePath: join(workspaceFolder, folder, file)});
	const found = result?.messages ?? [];
	const stray = found.filter(({ruleId}) => ruleId !== rule);
	if (stray.length > 0) throw new Error(`${folder}: ${stray.map(({message}) => message).join('; ')}`);
	return [...new Set(found.map(({line}) => others[line - 1]?.layer ?? `line ${line}`))].toSorted();
}

for (const {folder, layer} of perLayer) {
	const others = perLayer.filter((other) => other.layer !== layer);
	const expected = (allowed: readonly string[]) =>
		others
			.map((other) => other.layer)
			.filter((other) => !allowed.includes(other))
			.toSorted();

	test(`sources of ${layer} may import only what the table of layers allows`, async (t) => {
		t.deepEqual(await refused(folder, 'src/index.ts', others), expected(layers[layer] ?? []));
	});

	test(`tests of ${layer} may import what the table of tests allows besides`, async (t) => {
		t.deepEqual(
			await refused(folder, 'src/index.test.ts', others),
			expected([...(layers[layer] ?? []), ...(testLayers[layer] ?? [])]),
		);
	});
}

test('every layer of the workspace is in the table', (t) => {
	t.deepEqual(
		perLayer.map(({layer}) => layer).filter((layer) => !(layer in layers)),
		[],
	);
});
