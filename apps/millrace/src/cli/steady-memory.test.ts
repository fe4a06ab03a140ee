import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import test from 'ava';

const script = `
import {steadyMemory} from ${JSON.stringify(join(import.meta.dirname, 'steady-memory.ts'))};
steadyMemory();
console.log(JSON.stringify([process.env.MALLOC_ARENA_MAX ?? null, process.argv.slice(1)]));
`;
const run = (env: NodeJS.ProcessEnv): unknown =>
	JSON.parse(
		execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script, 'a b', '--c'], {
			encoding: 'utf8',
			env: {...process.env, ...env},
		}),
	);
const linux = process.platform === 'linux';

(linux ? test : test.skip)('the process starts anew once, with its arguments', (t) => {
	t.deepEqual(run({}), ['1', ['a b', '--c']]);
});

test('an allocator that the environment sets is left alone', (t) => {
	t.deepEqual(run({MALLOC_TRIM_THRESHOLD_: '1000000'}), [null, ['a b', '--c']]);
});
