import test from 'ava';
import {z} from 'zod';
import {utf8} from './column.ts';
import {configurable, declaredPipeline} from './configurable.ts';
import {pipeline} from './pipeline.ts';
import {nothing} from '../fixtures/nothing.ts';

const docs = pipeline('docs', nothing({id: utf8, text: utf8}));
const withMinimum = configurable({minimum: z.coerce.number().int().min(0).default(20)}, ({minimum}) =>
	pipeline('docs', nothing({text: utf8}), {seed: minimum}).filter(
		'short',
		({text}) => text.length >= minimum,
	),
);

test('options from outside build the pipeline, and have defaults', (t) => {
	t.is(declaredPipeline('pipeline.ts', withMinimum, {}).settings.seed, 20);
	t.is(declaredPipeline('pipeline.ts', withMinimum, {minimum: '40'}).settings.seed, 40);
	t.deepEqual(Object.keys(withMinimum.options), ['minimum']);
});

test('an unknown option and a bad value are one error that names both', (t) => {
	const error = t.throws(() => declaredPipeline('pipeline.ts', withMinimum, {minimun: 1, minimum: -1}), {
		code: 'usage',
	});
	t.regex(error.message, /^pipeline options: /);
	t.regex(error.message, /unknown option "minimun", did you mean "minimum"\?/);
	t.regex(error.message, /minimum: Too small/);
});

test('a plain pipeline is taken as it is', (t) => {
	t.is(declaredPipeline('pipeline.ts', docs, {}), docs);
});

test('options for a pipeline that has none are refused by name', (t) => {
	t.throws(() => declaredPipeline('pipeline.ts', docs, {seed: 1, minimum: 2}), {
		code: 'usage',
		message:
			'pipeline.ts: the pipeline has no options, found seed, minimum; declare them with configurable().',
	});
});

test('an export that is no pipeline is refused', (t) => {
	for (const [exported, found] of [
		[undefined, 'undefined'],
		[null, 'object'],
		[{nodes: []}, 'object'],
		[() => docs, 'function'],
	] as const) {
		t.throws(() => declaredPipeline('pipeline.ts', exported, {}), {
			code: 'usage',
			message: `pipeline.ts: expected its default export to be a pipeline, found ${found}; end it with "export default pipeline(...)".`,
		});
	}
});
