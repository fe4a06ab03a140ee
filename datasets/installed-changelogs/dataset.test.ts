import test from 'ava';
import {installedChangelogs} from './dataset.ts';

test('finds dozens of changelogs in several conventions, none of the workspace itself', async (t) => {
	const paths: string[] = [];
	for await (const {path} of installedChangelogs.list()) paths.push(path);
	t.true(paths.length >= 40, `${paths.length} files`);
	t.true(paths.some((path) => /(?:^|\/)CHANGELOG\.md$/.test(path)));
	t.true(paths.some((path) => /(?:^|\/)HISTORY\.md$/i.test(path)));
	t.deepEqual(
		paths.filter((path) => path.startsWith('@millrace/') || !/change|history|release/i.test(path)),
		[],
	);
	t.deepEqual(paths, paths.toSorted());
});
