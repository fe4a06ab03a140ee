import test from 'ava';
import type {ChatRequest, ChatResponse} from '@millrace/text';
import {schemaWatch} from './schema-watch.ts';

const schema = {type: 'object', properties: {label: {type: 'string'}}, required: ['label']};
const request: ChatRequest = {messages: [], format: {name: 'label', schema}};
const said = (text: string, finish: ChatResponse['finish'] = 'stop'): ChatResponse => ({text, finish});
const WRONG = ['no', '{"other": 1}', '[]', ''];

test('an endpoint whose first answers all are not of their schema passes it over', (t) => {
	const watch = schemaWatch('backend m', 4);
	for (const text of WRONG.slice(0, 3)) watch.see(request, said(text));
	t.throws(
		() => {
			watch.see(request, said('never'));
		},
		{
			code: 'usage',
			message:
				/by the schema label, found that the first 4 are not, such as "never"; .+ Give structured: "prompt"/,
		},
	);
});

test('one that answered by it once may fail as often as it likes', (t) => {
	for (const good of ['{"label": "a"}', '```json\n{"label": "a"}\n```']) {
		const watch = schemaWatch('backend m', 2);
		for (const text of [WRONG[0] ?? '', good, ...WRONG, ...WRONG]) watch.see(request, said(text));
	}
	t.pass();
});

test('what was not asked for, cut or withheld does not count', (t) => {
	const watch = schemaWatch('backend m', 1);
	watch.see({messages: []}, said('no'));
	watch.see(request, said('{"la', 'length'));
	watch.see(request, said('', 'filter'));
	t.throws(() => {
		watch.see(request, said('no'));
	});
	// JSON is all that can be asked for where zod cannot read the schema.
	watch.see({messages: [], format: {name: 'odd', schema: {type: 'odd'}}}, said('1'));
});
