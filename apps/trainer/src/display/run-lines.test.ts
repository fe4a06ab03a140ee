import {unpainted} from '@millrace/terminal';
import test from 'ava';
import stringWidth from 'string-width';
import {runLines} from './run-lines.ts';
import {newView, viewAfter, type RunView} from './run-view.ts';

const view = (steps: number): RunView => {
	let found = viewAfter(newView('package-docs', 'local'), {
		type: 'start',
		steps: 200,
		device: 'CPU (Mill 9000)',
	});
	found = viewAfter(found, {type: 'eval', step: 0, metrics: {loss: 7.6}});
	for (let step = 1; step <= steps; step++)
		found = viewAfter(found, {type: 'step', step, loss: 7 - step / 50, tokens: 1000, seconds: 0.5});
	return found;
};

test('says how far a run is, its pace, its time left and how the losses go', (t) => {
	const [title, progress, losses = ''] = runLines(view(100), 100, unpainted);
	t.is(title, '› package-docs  local on CPU (Mill 9000)');
	t.is(progress, `  ${'━'.repeat(15)}${'─'.repeat(15)}  100/200  2,000 tokens/s  50 s left`);
	t.regex(losses, /^ {2}loss 5\.000 {2}held out 7\.600 {2}█[▁-█]{38}▁$/);
});

test('before the first event it is starting', (t) => {
	t.deepEqual(runLines(newView('a', 'local'), 40, unpainted), ['› a  local  starting']);
});

test('no line is wider than the terminal', (t) => {
	for (let width = 12; width < 120; width++)
		for (const line of runLines(view(37), width, unpainted))
			t.true(stringWidth(line) <= width, `${width}: ${line}`);
});
