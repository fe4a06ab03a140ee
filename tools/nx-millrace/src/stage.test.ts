import {createTreeWithEmptyWorkspace} from '@nx/devkit/testing';
import test from 'ava';
import {stage} from './stage.ts';

const workspace = () => {
	const tree = createTreeWithEmptyWorkspace({formatter: 'none'});
	tree.write(
		'libs/stages/src/index.ts',
		"export {aa} from './clean/aa.ts';\nexport {zz} from './clean/zz.ts';\n",
	);
	tree.write(
		'libs/stages/src/catalogue.ts',
		[
			"import {utf8} from '@millrace/core';",
			"import {aa} from './clean/aa.ts';",
			"import {zz} from './clean/zz.ts';",
			'export const catalogue = [',
			"\t{family: 'clean', stage: aa, example: () => aa()},",
			"\t{\n\t\tfamily: 'clean',\n\t\tstage: zz,\n\t\texample: () =>\n\t\t\tzz(),\n\t},",
			'];',
			'',
		].join('\n'),
	);
	return tree;
};

test('writes a stage and its test into the folder of its family', async (t) => {
	const tree = workspace();
	await stage(tree, {name: 'strip-footers', family: 'filter'});
	t.regex(
		tree.read('libs/stages/src/filter/strip-footers.ts', 'utf8') ?? '',
		/export const stripFooters = defineStage\(\{\n\tname: 'strip-footers',/,
	);
	t.regex(
		tree.read('libs/stages/src/filter/strip-footers.test.ts', 'utf8') ?? '',
		/testStage\(test, 'strip-footers'/,
	);
});

test('exports the stage, in order', async (t) => {
	const tree = workspace();
	await stage(tree, {name: 'strip-footers'});
	t.is(
		tree.read('libs/stages/src/index.ts', 'utf8'),
		"export {aa} from './clean/aa.ts';\nexport {stripFooters} from './clean/strip-footers.ts';\nexport {zz} from './clean/zz.ts';\n",
	);
});

test('the catalogue shows the stage, in order', async (t) => {
	const tree = workspace();
	await stage(tree, {name: 'strip-footers', family: 'clean'});
	await stage(tree, {name: 'strip-headers', family: 'filter'});
	const text = tree.read('libs/stages/src/catalogue.ts', 'utf8') ?? '';
	t.deepEqual(
		[...text.matchAll(/^import \{(\w+)\} from '\.\/|stage: (\w+)/gm)].map(
			([, imported, shown]) => imported ?? shown,
		),
		['aa', 'stripFooters', 'zz', 'stripHeaders', 'aa', 'stripFooters', 'zz', 'stripHeaders'],
	);
	t.regex(text, /^\t\{family: 'filter', stage: stripHeaders, example: \(\) => stripHeaders\(\)\},\n\];$/m);
});

test('refuses a name that a stage of any family has', async (t) => {
	const tree = workspace();
	tree.write('libs/stages/src/dedup/exact.ts', '');
	await t.throwsAsync(stage(tree, {name: 'exact'}), {
		message: /libs\/stages\/src\/dedup\/exact\.ts is there/,
	});
});

test('refuses a name that the library exports already', async (t) => {
	const tree = workspace();
	tree.write('libs/stages/src/index.ts', "export {catalogue} from './catalogue.ts';\n");
	await t.throwsAsync(stage(tree, {name: 'catalogue'}), {message: /index\.ts exports catalogue already/});
});
