import test from 'ava';
import {changelogItems} from './changelog-items.ts';

test('finds items of lists and inner lists, each its first paragraph on one line', (t) => {
	t.deepEqual(
		changelogItems('- one\n  goes on\n\n  not this\n\t* inner\n1. two\n2) three\n\u2022 four\n-\n'),
		[
			{kind: 'item', text: 'one goes on'},
			{kind: 'item', text: 'inner'},
			{kind: 'item', text: 'two'},
			{kind: 'item', text: 'three'},
			{kind: 'item', text: 'four'},
			{kind: 'item', text: ''},
		],
	);
});

test('finds paragraphs, and those that stand for headings', (t) => {
	t.deepEqual(
		changelogItems(
			'A change.\n\n**Bug Fixes**\n\nFeatures:\n\n**Not a kind**\n\n---\n[1]: https://x\n> quote',
		),
		[
			{kind: 'paragraph', text: 'A change.'},
			{kind: 'heading', text: 'Bug Fixes'},
			{kind: 'heading', text: 'Features'},
			{kind: 'paragraph', text: '**Not a kind**'},
		],
	);
});

test('leaves out fenced code', (t) => {
	t.deepEqual(changelogItems('- a\n  ```js\n  - b\n  ```\n- c\n~~~\n- d'), [
		{kind: 'item', text: 'a'},
		{kind: 'item', text: 'c'},
	]);
});

test('an item that is only a kind is the heading of those within, a tagged change is not', (t) => {
	t.deepEqual(
		changelogItems('- Fixed:\n  - a\n- deps: b\n  - c\n- d\n  - e').map(({inherited}) => inherited),
		[undefined, 'Fixed', undefined, null, undefined, undefined],
	);
});
