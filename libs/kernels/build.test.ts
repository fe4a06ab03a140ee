import {readFile} from 'node:fs/promises';
import test from 'ava';
import {buildKernels} from './build.ts';

test('the committed kernels are what the sources compile to', async (t) => {
	const committed = await readFile(new URL('src/kernels.generated.ts', import.meta.url), 'utf8');
	t.true(
		(await buildKernels()) === committed,
		'src/kernels.generated.ts is stale; run `npm run kernels:build`.',
	);
});
