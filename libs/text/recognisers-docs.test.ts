import {readFile} from 'node:fs/promises';
import test from 'ava';
import {privacyPage, withRecognisers} from './recognisers-docs.ts';

test('docs/privacy.md shows the recognisers as they are; node libs/text/recognisers-docs.ts mends it', async (t) => {
	const page = await readFile(privacyPage, 'utf8');
	t.true(page.includes('<!-- recognisers -->'));
	t.is(await withRecognisers(page), page);
});
