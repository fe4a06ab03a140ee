import test from 'ava';
import {libraryFault, loadLibrary} from './load-library.ts';

test('the library is loaded and kept from printing', async (t) => {
	const library = await loadLibrary('x');
	t.is(library.env.logLevel, library.LogLevel.ERROR);
});

test('an absent library is an error with the command that installs it', (t) => {
	const absent = Object.assign(new Error('Cannot find package'), {code: 'ERR_MODULE_NOT_FOUND'});
	const fault = libraryFault('x', absent);
	t.is(fault.code, 'usage');
	t.regex(fault.message, /^x: .*is not installed; install it: npm install .*@huggingface\/transformers@4\.$/);
	t.regex(libraryFault('x', new Error('bad binary')).message, /does not load \(bad binary\)/);
});
