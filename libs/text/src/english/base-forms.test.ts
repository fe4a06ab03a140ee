import test from 'ava';
import {baseForms} from './base-forms.ts';

const known = new Set(
	'stop verb,stop noun,carry verb,box noun,box verb,man noun,good adjective,big adjective,be verb,lie verb,make verb,glass noun,leave verb,left adjective'.split(
		',',
	),
);
const cases = [
	['stopped', ['stop past', 'stop participle']],
	['stops', ['stop plural', 'stop third']],
	['carried', ['carry past', 'carry participle']],
	['boxes', ['box plural', 'box third']],
	['men', ['man plural']],
	['better', ['good adjective comparative']],
	['biggest', ['big adjective superlative']],
	['was', ['be past']],
	['lying', ['lie gerund']],
	['making', ['make gerund']],
	['glass', ['glass noun']],
	['left', ['leave past', 'leave participle', 'left adjective']],
	['xyz', []],
] as const;

for (const [word, readings] of cases) {
	test(`reads ${word}`, (t) => {
		const found = baseForms(word, (base, part) => known.has(`${base} ${part}`));
		t.deepEqual(
			found.map(({base, tag, degree}) => [base, tag, ...(degree ? [degree] : [])].join(' ')),
			readings,
		);
	});
}
