import test from 'ava';
import {temporaryFolder} from '../../fixtures/harness.ts';
import {apertiumCheck} from './apertium-check.ts';

test('Apertium is optional, and where it is not there the command that installs it is named', (t) => {
	t.deepEqual(apertiumCheck(temporaryFolder(t)), {
		name: 'Apertium',
		ok: false,
		required: false,
		found: 'none, which back-translation offline needs',
		mend: 'apt-get install -y --no-install-recommends apertium apertium-eng-spa apertium-eo-en apertium-eng-cat',
	});
	const {ok, found} = apertiumCheck();
	t.is(ok, /^the pairs \w+-\w+, /.test(found));
});
