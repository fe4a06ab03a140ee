import {testSpans} from '@millrace/testing';
import {counterfactual, identityGroups, spanKinds} from '@millrace/text';
import test from 'ava';
import {augment} from './augment.ts';

const openings = [
	'My brother says he is sure of this:',
	'Mrs Brown and her two daughters wrote to us.',
	'A German and an Indian asked her about it.',
	'He told the actress what follows.',
	'The old man said:',
];
const isName = (span: string): boolean => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(span);

// All of the 4,000: MILLRACE_TEMPLATES=4000 npx ava src/augment/counterfactual-spans.test.ts
testSpans(test, 'counterfactual', {
	stage: () =>
		augment({
			by: counterfactual({groups: identityGroups}),
			gates: {maxOverlap: null},
			protect: {kinds: spanKinds.filter((kind) => kind !== 'name')},
		}),
	count: 400,
	least: 0.5,
	// Names are swapped too, which is what it is for.
	change: ({text, spans}, index) => ({
		text: `${openings[index % openings.length] ?? ''} ${text}`,
		spans: spans.filter((span) => !isName(span)),
	}),
});
