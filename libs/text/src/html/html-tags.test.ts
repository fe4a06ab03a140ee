import test from 'ava';
import {isBlock, isHeading, kindOf, tag, tagKinds, tagOf, tags} from './html-tags.ts';

test('tags have numbers of their own, whatever their case; unknown ones share one', (t) => {
	t.is(new Set(tags.values()).size, tags.size);
	t.is(tagOf('DIV'), tag('div'));
	t.is(tagOf('x-unknown'), tagOf('blink'));
});

test('headings are blocks, phrases are not, and void elements are known', (t) => {
	t.deepEqual(
		['h1', 'h6', 'p', 'td', 'span', 'a'].map((name) => [isBlock(tag(name)), isHeading(tag(name))]),
		[
			[true, true],
			[true, true],
			[true, false],
			[true, false],
			[false, false],
			[false, false],
		],
	);
	t.not(kindOf(tag('br')) & tagKinds.void, 0);
	t.not(kindOf(tag('script')) & tagKinds.unread, 0);
});
