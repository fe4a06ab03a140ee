import test from 'ava';
import {markGeneration, marksGeneration, takeMarks} from './generation-marks.ts';

const cases = [
	{title: 'bare tags', template: 'a {% generation %} b {% endgeneration %} c', marked: 'a < b > c'},
	{title: 'tags that strip', template: 'a \n{%- generation -%}\n b \n{%-endgeneration-%} c', marked: 'a<b>c'},
	{
		title: 'tags on lines of their own',
		template: 'a\n\t{% generation %}\nb\n  {% endgeneration %}\nc',
		marked: 'a\n<b\n>c',
	},
	{title: 'tags that keep', template: 'a\n  {%+ generation +%}\nb{% endgeneration %}', marked: 'a\n  <\nb>'},
	{title: 'no tags', template: '{{ generation }}', marked: '{{ generation }}'},
];

for (const {title, template, marked} of cases)
	test(`marks ${title}`, (t) => {
		t.is(markGeneration(template).replaceAll('\ufdd0', '<').replaceAll('\ufdd1', '>'), marked);
		t.is(marksGeneration(template), title !== 'no tags');
	});

test('takes marks out and says where they stood', (t) => {
	t.deepEqual(takeMarks('a\ufdd0bc\ufdd1d\ufdd0\ufdd1'), {
		text: 'abcd',
		spans: [
			[1, 3],
			[4, 4],
		],
	});
	for (const text of ['\ufdd0', '\ufdd1', '\ufdd0\ufdd0\ufdd1']) t.is(takeMarks(text), undefined);
});
