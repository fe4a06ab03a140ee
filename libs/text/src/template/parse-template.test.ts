import test from 'ava';
import fc from 'fast-check';
import {parseTemplate} from './parse-template.ts';

const cases = [
	{title: 'text alone', template: 'no column', parts: [{text: 'no column'}]},
	{title: 'nothing', template: '', parts: []},
	{title: 'a column alone', template: '{body}', parts: [{column: 'body'}]},
	{
		title: 'columns and text',
		template: 'a {b} c {d}{e}\n',
		parts: [{text: 'a '}, {column: 'b'}, {text: ' c '}, {column: 'd'}, {column: 'e'}, {text: '\n'}],
	},
	{title: 'doubled braces', template: '{{"a": 1}}', parts: [{text: '{"a": 1}'}]},
	{
		title: 'a column within doubled braces',
		template: '{{{body}}}',
		parts: [{text: '{'}, {column: 'body'}, {text: '}'}],
	},
	{
		title: 'names with other letters, spaces and marks within',
		template: '{größe in cm}{meta.title}{a-b}{用户}',
		parts: [{column: 'größe in cm'}, {column: 'meta.title'}, {column: 'a-b'}, {column: '用户'}],
	},
];

for (const {title, template, parts} of cases) {
	test(`reads ${title}`, (t) => {
		t.deepEqual(parseTemplate(template), {parts, faults: []});
	});
}

test('names every brace that is neither a column nor doubled, with its line', (t) => {
	const template = 'a { b\n{"label": "x"} {} { body}\n}';
	const {faults} = parseTemplate(template);
	const expected = [
		/^a "\{" without its other half on line 1, before " b/,
		/^"\{\\"label\\": \\"x\\"\}" on line 2, which names no column; write \{\{ and \}\} for braces/,
		/^"\{\}" on line 2/,
		/^"\{ body\}" on line 2/,
		/^a "\}" without its other half on line 3/,
	];
	t.is(faults.length, expected.length);
	for (const [index, fault] of faults.entries()) t.regex(fault, expected[index] ?? /^$/);
});

test('text whose braces are doubled comes back as it was', (t) => {
	fc.assert(
		fc.property(fc.string({unit: fc.constantFrom('{', '}', 'a', '\n', '😀')}), (text) => {
			const {parts, faults} = parseTemplate(text.replaceAll('{', '{{').replaceAll('}', '}}'));
			t.deepEqual(parts, text === '' ? [] : [{text}]);
			t.deepEqual(faults, []);
		}),
	);
});
