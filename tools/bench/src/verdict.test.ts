import test from 'ava';
import fc from 'fast-check';
import {targetText, verdict} from './verdict.ts';

const aim = {name: 'speed', target: 0.7, good: 'least', unit: 'x'} as const;

test('an aim is met from its target on, and else missed by a factor', (t) => {
	t.is(verdict({...aim, measured: 0.7}), 'met');
	t.is(verdict({...aim, measured: 0.35}), 'missed by 2.00x');
	t.is(verdict({...aim, good: 'most', measured: 0.35}), 'met');
	t.is(verdict({...aim, good: 'most', measured: 1.05}), 'missed by 1.50x');
	t.is(verdict({...aim, measured: 0}), 'missed');
});

test('what was not measured says why', (t) => {
	t.is(verdict({...aim, why: 'no pyarrow'}), 'not measured: no pyarrow');
});

test('exactly one of two opposite aims is met, unless the figure is the target', (t) => {
	const positive = fc.double({min: 0.001, max: 1000, noNaN: true});
	fc.assert(
		fc.property(positive, positive, (target, measured) => {
			const met = (['least', 'most'] as const).filter(
				(good) => verdict({...aim, target, good, measured}) === 'met',
			).length;
			return met === (target === measured ? 2 : 1);
		}),
	);
	t.pass();
});

test('the target is told with its direction and unit', (t) => {
	t.is(targetText(aim), 'at least 0.7 x');
	t.is(targetText({...aim, good: 'most', unit: ''}), 'at most 0.7');
});
