import test from 'ava';
import {installedDocs} from './dataset.ts';

test('finds the documentation of a thousand files, none of the workspace itself', async (t) => {
	const paths: string[] = [];
	for await (const {path} of installedDocs.list()) paths.push(path);
	t.true(paths.length > 1000, `${paths.length} files`);
	t.true(paths.includes('typescript/README.md'));
	t.deepEqual(
		paths.filter((path) => path.startsWith('@millrace/')),
		[],
	);
	t.deepEqual(paths, paths.toSorted());
});
