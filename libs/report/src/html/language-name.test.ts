import test from 'ava';
import {languageName} from './language-name.ts';

test('codes have names, other text stays', (t) => {
	t.deepEqual(['de', 'zh-Hant', 'arz', 'qq', '<script>', ''].map(languageName), [
		'German (de)',
		'Traditional Chinese (zh-Hant)',
		'Egyptian Arabic (arz)',
		'qq',
		'<script>',
		'',
	]);
});
