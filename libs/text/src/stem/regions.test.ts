import test from 'ava';
import {letters} from './letters.ts';
import {germanicRegions, region, romanceRegion, scandinavianRegion} from './regions.ts';

const vowel = letters('aeiouy');

test('a region begins after the first consonant that follows a vowel', (t) => {
	t.is(region('beautiful', 0, vowel), 5);
	t.is(region('beautiful', 5, vowel), 7);
	t.is(region('beau', 0, vowel), 4);
	t.is(region('', 0, vowel), 0);
});

test('Germanic words keep three letters before the first region', (t) => {
	t.deepEqual(germanicRegions('aber', vowel), [3, 4]);
	t.deepEqual(germanicRegions('ab', vowel), [2, 2]);
});

test('the verb endings of Romance words begin where the first syllable says', (t) => {
	t.is(romanceRegion('macho', vowel), 3);
	t.is(romanceRegion('oliva', vowel), 3);
	t.is(romanceRegion('trabajo', vowel), 3);
	t.is(romanceRegion('aureo', vowel), 3);
	t.is(romanceRegion('a', vowel), 1);
	t.is(romanceRegion('ma', vowel), 2);
});

test('the region of Scandinavian words begins after an apostrophe', (t) => {
	t.is(scandinavianRegion("pc'en", vowel), 3);
	t.is(scandinavianRegion("abcdef'en", vowel), 7);
	t.is(scandinavianRegion('huset', vowel), 3);
});
