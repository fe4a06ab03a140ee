import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import test from 'ava';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const run = (...given: string[]) => spawnSync(process.execPath, [main, ...given], {encoding: 'utf8'});

test('--help names every measurement', (t) => {
	const {status, stdout} = run('--help');
	t.is(status, 0);
	for (const name of ['startup', 'throughput', 'stage-cost', 'refresh', 'memory', 'augmentation'])
		t.true(stdout.includes(name), name);
});

for (const [given, expected] of [
	[['--only', 'memori'], /did you mean memory/],
	[['--runs', 'many'], /whole number from 1, found many/],
	[['--fast'], /--fast/],
	[['--into', 'nowhere.md'], /expected --into to name a page that is there, found no nowhere\.md/],
] as const) {
	test(`bench ${given.join(' ')} fails with a sentence`, (t) => {
		const {status, stderr} = run(...given);
		t.is(status, 2);
		t.regex(stderr, expected);
		t.notRegex(stderr, /\n {4}at /);
	});
}
