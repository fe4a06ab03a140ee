import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const run = (...given: string[]) => spawnSync(process.execPath, [main, ...given], {encoding: 'utf8'});

test('the command writes a corpus and says what it wrote', (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'millrace-corpus-'));
	try {
		const {status, stdout, stderr} = run(
			'--bytes',
			'100KB',
			'--out',
			folder,
			'--files',
			'2',
			'--formats',
			'jsonl,md',
			'--plain-names',
		);
		t.is(status, 0, stderr);
		t.regex(stdout, /^\d+ documents, 10\d{4} bytes in 2 files/);
		t.deepEqual(readdirSync(folder).sort(), ['part-000.jsonl', 'part-001.md', 'truth.json']);
	} finally {
		rmSync(folder, {recursive: true});
	}
});

for (const [given, expected] of [
	[[], /expected --bytes and --out/],
	[['--bytes', '1 parsec', '--out', 'x'], /1 parsec/],
	[['--bytes', '1MB', '--out', 'x', '--formats', 'xml'], /"xml"/],
	[['--bytes', '1MB', '--out', 'x', '--exact', 'many'], /exact/],
	[['--colour'], /--colour/],
] as const) {
	test(`corpus ${given.join(' ')} fails with a sentence`, (t) => {
		const {status, stderr} = run(...given);
		t.is(status, 2);
		t.regex(stderr, expected);
		t.notRegex(stderr, /\n {4}at /);
	});
}

test('--help shows an example', (t) => {
	const {status, stdout} = run('--help');
	t.is(status, 0);
	t.regex(stdout, /node tools\/corpus\/src\/main\.ts --bytes/);
});
