import test from 'ava';
import {entryTag} from './entry-tag.ts';

const cases = [
	{entry: 'fix: it', rest: 'it', tag: 'Fixed'},
	{entry: 'feat(core): it', rest: 'it', tag: 'Added'},
	{entry: 'refactor(x, y)!: it', rest: 'it', tag: 'Breaking'},
	{entry: 'BREAKING CHANGE: it', rest: 'it', tag: 'Breaking'},
	{entry: '[Dev Deps] update', rest: 'update', tag: 'Maintenance'},
	{entry: '[New] [Fix] both', rest: 'both', tag: 'Fixed'},
	{entry: '[types] of no kind', rest: 'of no kind', tag: null},
	{entry: '**Fixed:** it', rest: 'it', tag: 'Fixed'},
	{entry: '__Added__: it', rest: 'it', tag: 'Added'},
	{entry: '_Breaking:_ it', rest: 'it', tag: 'Breaking'},
	{entry: ':bug: fix: it', rest: 'it', tag: 'Fixed'},
	{entry: '\u2728 it', rest: 'it', tag: null},
	{entry: '**cli:** it', rest: '**cli:** it', tag: null},
	{entry: 'https: it', rest: 'https: it', tag: null},
	{entry: 'Note: it', rest: 'Note: it', tag: null},
	{entry: '[a link](https://x) stays', rest: '[a link](https://x) stays', tag: null},
	{entry: 'ab3d7ee: fix: it', rest: 'it', tag: 'Fixed'},
	{entry: '[#5](https://x/5) Thanks [@a](https://x/a)! - it', rest: 'it', tag: null},
	{entry: 'fix', rest: 'fix', tag: null},
	{entry: '', rest: '', tag: null},
] as const;

for (const {entry, rest, tag} of cases) {
	test(`takes the tag of ${JSON.stringify(entry)}`, (t) => {
		t.deepEqual(entryTag(entry), {rest, tag, tagged: tag !== null});
	});
}
