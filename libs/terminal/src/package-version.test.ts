import test from 'ava';
import {packageVersion} from './package-version.ts';

test('reads the version of a package; a file without one is unknown', (t) => {
	t.regex(packageVersion(new URL('../package.json', import.meta.url)), /^\d+\.\d+\.\d+$/);
	t.is(packageVersion(new URL('../tsconfig.json', import.meta.url)), 'unknown');
});
