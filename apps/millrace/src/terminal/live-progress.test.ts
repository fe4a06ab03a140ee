import {PassThrough} from 'node:stream';
import {setTimeout} from 'node:timers/promises';
import {stripVTControlCharacters} from 'node:util';
import {unpainted} from '@millrace/terminal';
import test from 'ava';
import {liveProgress} from './live-progress.ts';

test('draws the phases, keeps what is said, and cleans up', async (t) => {
	const stream = Object.assign(new PassThrough(), {isTTY: true, columns: 60, rows: 10});
	const written = () => stripVTControlCharacters(String(stream.read() ?? ''));
	const live = liveProgress(stream, unpainted);
	live.note({type: 'phase', phase: 'index', total: 4, cached: 1});
	let drawn = '';
	while (!drawn.includes('index')) {
		await setTimeout(20);
		drawn += written();
	}
	t.regex(drawn, /› index {2}━+╸?─+ {2}1\/4/);
	live.say('a warning');
	t.regex(written(), /a warning/);
	live.end();
	const raw = String(stream.read() ?? '');
	t.false(stripVTControlCharacters(raw).includes('index'), 'nothing of the lines is left');
	live.note({type: 'phase', phase: 'later', total: 1, cached: 0});
	await setTimeout(250);
	t.is(stream.read(), null, 'nothing is drawn after the end');
});
