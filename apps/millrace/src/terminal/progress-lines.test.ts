import {bar, unpainted} from '@millrace/terminal';
import test from 'ava';
import fc from 'fast-check';
import stringWidth from 'string-width';
import type {Phase} from './phases.ts';
import {progressLines} from './progress-lines.ts';

const phases: readonly Phase[] = [
	{name: 'index', total: 12, cached: 12, done: 12, started: 0, ended: 10},
	{name: 'read, normalize', total: 120, cached: 20, done: 120, started: 10, ended: 2010},
	{name: 'exact: keys', total: 120, cached: 0, done: 30, started: 2010},
];

test('a wide terminal shows the bar, how far, the rate and the time left', (t) => {
	t.deepEqual(progressLines(phases, 5010, {width: 80, height: 20}, unpainted), [
		'✓ index            12 parts, cached',
		'✓ read, normalize  120 parts, 20 cached, 2.0 s',
		'› exact: keys      ━━━━━━━╸──────────────────────   30/120     10/s  9.0 s left',
	]);
});

test('a narrow terminal leaves out the rate first, then the time, then the bar', (t) => {
	const last = (width: number): string | undefined =>
		progressLines(phases, 5010, {width, height: 20}, unpainted).at(-1);
	t.is(last(56), '› exact: keys      ━╸────   30/120     10/s  9.0 s left');
	t.is(last(40), '› exact: keys     30/120  9.0 s left');
	t.is(last(30), '› exact: ke…  ━━─────   30/120');
});

test('a low terminal shows the latest phases', (t) => {
	t.is(progressLines(phases, 5010, {width: 80, height: 1}, unpainted).length, 1);
});

test('a bar fills from nothing to all', (t) => {
	t.deepEqual(
		[bar(0, 4), bar(0.125, 4), bar(0.5, 4), bar(1, 4), bar(7, 4)].map(({done, left}) => done + left),
		['────', '╸───', '━━──', '━━━━', '━━━━'],
	);
});

test('no line is wider than the terminal', (t) => {
	const phase = fc.record({
		name: fc.string({unit: 'grapheme', maxLength: 40}),
		total: fc.nat({max: 1e6}),
		cached: fc.nat({max: 100}),
		done: fc.nat({max: 1e6}),
		started: fc.nat({max: 1000}),
	});
	fc.assert(
		fc.property(fc.array(phase, {maxLength: 6}), fc.integer({min: 20, max: 200}), (some, width) => {
			for (const line of progressLines(some, 5000, {width, height: 9}, unpainted))
				t.true(stringWidth(line) <= width, line);
		}),
	);
});
