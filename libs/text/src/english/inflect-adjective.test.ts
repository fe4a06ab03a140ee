import test from 'ava';
import {inflectAdjective} from './inflect-adjective.ts';

test('compares adjectives of which it is sure', (t) => {
	const entries =
		'big bigger biggest|nice nicer nicest|easy easier easiest|quick quicker quickest|good better best|cheap cheaper cheapest|hot hotter hottest|dry drier driest|low lower lowest|slow slower slowest'
			.split('|')
			.map((entry) => entry.split(' '));
	t.deepEqual(
		entries.map(([base = '']) => [
			base,
			inflectAdjective(base, 'comparative'),
			inflectAdjective(base, 'superlative'),
		]),
		entries,
	);
	t.is(inflectAdjective('expensive', 'comparative'), undefined);
});
