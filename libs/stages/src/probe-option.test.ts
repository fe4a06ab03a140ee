import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseClassifier} from '@millrace/probes';
import test from 'ava';
import {savedProbes} from '../fixtures/saved-probes.ts';
import {classifierOption, probeFile} from './probe-option.ts';

const {folder, classifier, model} = await savedProbes(test);

test('a probe is read from a path or a URL, once for equal content', (t) => {
	const [first, second] = [
		classifierOption.parse(classifier),
		classifierOption.parse(pathToFileURL(classifier)),
	];
	t.is(first.probe, second.probe);
	t.deepEqual(first.identity, second.identity);
	t.deepEqual(first.probe.labels, ['cards', 'loans']);
});

test('a file that is not there, or is something else, is a sentence', (t) => {
	t.throws(() => classifierOption.parse(join(folder, 'none.json')), {
		code: 'missing',
		message: /none\.json: expected a saved classifier, found no file that can be read; train one with/,
	});
	t.throws(() => classifierOption.parse(model), {
		code: 'corrupt',
		message: /model\.json: saved classifier: expected JSON with/,
	});
	writeFileSync(join(folder, 'bad.json'), '{');
	t.throws(() => probeFile(join(folder, 'bad.json'), 'classifier', parseClassifier), {code: 'corrupt'});
});
