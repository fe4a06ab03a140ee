import test from 'ava';
import {spanTemplates} from './span-templates.ts';

test('texts hold their spans in order, and equal seeds give equal texts', (t) => {
	const templates = spanTemplates(2000);
	for (const {text, spans} of templates) {
		let at = 0;
		t.true(spans.length > 0);
		for (const span of spans) {
			const found = text.indexOf(span, at);
			t.true(found >= at, `${span} in ${text}`);
			at = found + span.length;
		}
	}
	t.deepEqual(spanTemplates(2000), templates);
	t.notDeepEqual(spanTemplates(2000, 2), templates);
	t.true(new Set(templates.map(({text}) => text)).size > 1900);
});
