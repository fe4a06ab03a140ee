import test from 'ava';
import {nllbCodes} from './nllb-codes.ts';

test('every code is of ISO 639-1 and every token has a language and a script', (t) => {
	t.true(nllbCodes.size > 90);
	for (const [code, token] of nllbCodes) t.regex(`${code} ${token}`, /^[a-z]{2} [a-z]{3}_[A-Z][a-z]{3}$/);
	t.is(new Set(nllbCodes.values()).size, nllbCodes.size);
});
