import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {defaultExport, loadModule} from './load-module.ts';

test('gives the exports, and an error of user code with its place', async (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'millrace-module-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true});
	});
	const write = (name: string, code: string): string => {
		writeFileSync(join(folder, name), code);
		return join(folder, name);
	};
	t.is(defaultExport(await loadModule(write('good.mjs', 'export default 3;'))), 3);
	t.is(defaultExport(await loadModule(write('none.mjs', 'export const a = 3;'))), undefined);
	const failing = write('bad.mjs', '\nthrow new RangeError("no corn");');
	await t.throwsAsync(loadModule(failing), {
		code: 'usage',
		message: new RegExp(`RangeError: no corn \\(.*bad\\.mjs:2:7\\); mend it and run again\\.$`),
	});
});
