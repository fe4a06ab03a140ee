import test from 'ava';
import {loadDetectors} from './detectors.ts';

const {cld, eld} = await loadDetectors();

test('loads both detectors once', async (t) => {
	t.is(await loadDetectors(), await loadDetectors());
});

test('both know English', (t) => {
	const text = 'My card was charged twice yesterday';
	t.is(cld(text).language, 'en');
	t.true(cld(text).probability > 0.9);
	const [[best] = ['']] = [...eld(text)].toSorted((a, b) => b[1] - a[1]);
	t.is(best, 'en');
});

test('names languages as the rest of this library does', (t) => {
	t.is(cld('הכרטיס שלי חויב פעמיים אתמול').language, 'he');
	t.true(eld('دوێنێ دوو جار پارە لە کارتەکەم بڕدرا').has('ckb'));
	t.true(eld('Dalawang beses akong siningil kahapon').has('tl'));
});

test('says the same of a text whatever it read before', (t) => {
	const texts = ['Bonjour tout le monde', 'x', '', '\u0000a', '東京', 'Guten Tag'];
	const first = texts.map((text) => [cld(text), [...eld(text)]]);
	t.deepEqual(
		texts.toReversed().map((text) => [cld(text), [...eld(text)]]),
		first.toReversed(),
	);
});
