import {readFile} from 'node:fs/promises';
import test from 'ava';
import {buildKernels, kernelModules} from './build.ts';

for (const name of ['kernels', 'bpe'] as const) {
	test(`the committed module ${name} is what its sources compile to`, async (t) => {
		const {file} = kernelModules[name];
		const committed = await readFile(new URL(file, import.meta.url), 'utf8');
		t.true((await buildKernels(name)) === committed, `${file} is stale; run \`npm run kernels:build\`.`);
	});
}
