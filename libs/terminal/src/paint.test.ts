import {spawnSync} from 'node:child_process';
import test from 'ava';

const painted = (env: Readonly<Record<string, string>>): string => {
	const {NO_COLOR: _, FORCE_COLOR: __, ...rest} = process.env;
	const code = `import {painter} from ${JSON.stringify(new URL('paint.ts', import.meta.url).href)}; process.stdout.write(painter(process.stdout)('bad', 'x') + painter(process.stdout)('plain', 'y'));`;
	return spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
		env: {...rest, ...env},
		encoding: 'utf8',
	}).stdout;
};

test('paints where colour is asked for, and not where it is refused or nobody looks', (t) => {
	t.is(painted({}), 'xy');
	t.is(painted({FORCE_COLOR: '1'}), '\u001b[31mx\u001b[39my');
	t.is(painted({NO_COLOR: '1'}), 'xy');
});
