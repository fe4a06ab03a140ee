import test from 'ava';
import fc from 'fast-check';
import {spanFinder} from './find-spans.ts';
import {maskSpans} from './mask-spans.ts';

const mask = (text: string) => maskSpans(text, spanFinder()(text));
const text = 'Send $5 to {{name}} and $5 to <ID>.';

test('a masked text is restored as it was', (t) => {
	const masked = mask(text);
	t.is(masked.text, 'Send Zqxaav to Zqxabv and Zqxacv to Zqxadv.');
	t.deepEqual(masked.restore(masked.text), {text, lost: 0});
});

const damaged: readonly (readonly [title: string, variant: string, lost: number])[] = [
	['lost', 'Send Zqxaav to Zqxabv and Zqxacv.', 1],
	['twice', 'Zqxaav Zqxaav Zqxabv Zqxacv Zqxadv', 1],
	['in another case', 'ZQXAAV Zqxabv Zqxacv Zqxadv', 2],
	['inflected', 'Zqxaavs Zqxabv Zqxacv Zqxadv', 2],
	['made up', 'Zqxaav Zqxabv Zqxacv Zqxadv Zqxaev', 1],
	['all', '', 4],
];

for (const [title, variant, lost] of damaged) {
	test(`counts spans that are damaged: ${title}`, (t) => {
		t.is(mask(text).restore(variant).lost, lost);
	});
}

test('a text that holds mask words keeps them', (t) => {
	const own = 'Zqxaav pays $5 to zqxabv.';
	const masked = mask(own);
	t.deepEqual(masked.restore(masked.text), {text: own, lost: 0});
	t.is(masked.masks.includes('Zqxaav'), false);
	t.is(mask('Zqxaav is here.').restore('Zqxaav is there.').lost, 0);
});

test('any text comes back whole, in any order of its masks', (t) => {
	const part = fc.constantFrom(
		'$5',
		'{{a}}',
		'word',
		'Zqxaav',
		'zqxabv',
		'`x`',
		'.',
		'Mary',
		'\n',
		'\u{1f600}',
	);
	fc.assert(
		fc.property(fc.array(part), fc.nat(), (parts, turn) => {
			const whole = parts.join(' ');
			const masked = mask(whole);
			t.deepEqual(masked.restore(masked.text), {text: whole, lost: 0});
			const words = masked.text.split(' ');
			const turned = [
				...words.slice(turn % (words.length + 1)),
				...words.slice(0, turn % (words.length + 1)),
			];
			t.is(masked.restore(turned.join(' ')).lost, 0);
		}),
	);
});
