import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {tempFolder} from '@millrace/testing';
import test from 'ava';
import {framedProcess, type FramedOptions} from './framed-process.ts';

const framed = (pipeline: string, options: Partial<FramedOptions> = {}) =>
	framedProcess({
		name: 'the test',
		pipeline,
		parameters: [],
		window: 8,
		patienceMs: 20_000,
		idleMs: 20_000,
		...options,
	});

/** Answers each text, ends at `die` and hangs at `hang`; `once` ends it where a file is not there yet. */
const moody = `while IFS= read -r -d '' text; do
	case $text in
	die) echo 'I die' >&2; exit 3;;
	hang) sleep 600;;
	once) [[ -e $1 ]] || { touch "$1"; exit 3; };;
	esac
	printf '<%s>\\0' "$text"
done`;

test('answers many texts in order, however long', async (t) => {
	const {send, close} = framed('cat');
	const texts = Array.from({length: 500}, (_, index) => `${index} \u{1f600}`.repeat(1 + (index % 50) ** 2));
	t.deepEqual(await Promise.all(texts.map(send)), texts);
	await close();
});

test('opens again after close, and closes twice', async (t) => {
	const {send, close} = framed('cat');
	const first = send('a');
	await close();
	t.is(await first, 'a');
	t.is(await send('b'), 'b');
	await Promise.all([close(), close()]);
	await close();
});

test('a text that ends the pipeline once is sent again', async (t) => {
	const flag = join(tempFolder(t), 'flag');
	const {send, close} = framed(moody, {parameters: [flag]});
	t.deepEqual(await Promise.all(['a', 'once', 'b', 'c'].map(send)), ['<a>', '<once>', '<b>', '<c>']);
	await close();
});

test('a text that ends the pipeline twice is at fault, and no other', async (t) => {
	const {send, close} = framed(moody);
	const results = await Promise.allSettled(['a', 'b', 'die', 'c', 'd', 'die', 'e'].map(send));
	t.deepEqual(
		results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed')),
		['<a>', '<b>', 'failed', '<c>', '<d>', 'failed', '<e>'],
	);
	await t.throwsAsync(send('die'), {
		code: 'temporary',
		message: /^the test: the pipeline ended twice over a text of 3 characters, saying "I die"; try again/,
	});
	t.is(await send('f'), '<f>');
	await close();
});

test('a pipeline that hangs is ended', async (t) => {
	const {send, close} = framed(moody, {patienceMs: 300});
	await t.throwsAsync(send('hang'), {code: 'temporary'});
	t.is(await send('a'), '<a>');
	await close();
});

test('a program that is not there is named', async (t) => {
	const {send, close} = framed('no-such-program');
	await t.throwsAsync(send('a'), {code: 'temporary', message: /no-such-program/});
	await close();
});

const running = (mark: string): number => {
	const list = execFileSync('ps', ['-eo', 'args'], {encoding: 'utf8'});
	return list
		.split('\n')
		.filter((line) => line.includes(mark) && !line.startsWith('bash') && !line.includes('node')).length;
};

test('an idle pipeline is closed', async (t) => {
	const mark = `987${process.pid}1`;
	const {send, close} = framed(`sed -u -z s/${mark}//`, {idleMs: 50});
	t.is(await send('a'), 'a');
	for (let tries = 0; tries < 200 && running(mark) > 0; tries++) await wait(50);
	t.is(running(mark), 0);
	await close();
});

test('no process is left when the owner is killed or ends by itself', async (t) => {
	const mark = `986${process.pid}2`;
	const module = new URL('framed-process.ts', import.meta.url).href;
	const script = join(tempFolder(t), 'owner.ts');
	for (const end of [
		'process.kill(process.pid, "SIGINT"); await new Promise(() => setInterval(() => {}, 1000));',
		'',
	]) {
		writeFileSync(
			script,
			`import {framedProcess} from ${JSON.stringify(module)};
			const {send} = framedProcess({name: 'x', pipeline: 'sed -u -z s/${mark}//', parameters: [], window: 8, patienceMs: 9000, idleMs: 600000});
			console.log(await send('a'));
			${end}`,
		);
		const said = (() => {
			try {
				return execFileSync(process.execPath, [script], {encoding: 'utf8', timeout: 60_000, stdio: 'pipe'});
			} catch (error) {
				return error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
			}
		})();
		t.is(said, 'a\n');
		for (let tries = 0; tries < 200 && running(mark) > 0; tries++) await wait(50);
		t.is(running(mark), 0);
	}
});
