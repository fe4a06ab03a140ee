import test from 'ava';
import {byColumn, languageOf, languageOption} from './language-option.ts';

test('takes language tags and nothing else', (t) => {
	for (const tag of ['en', 'arz', 'pt-BR', 'zh-Hans-CN']) t.true(languageOption.safeParse(tag).success, tag);
	for (const tag of ['', 'english', 'EN', 'en_US', 'e']) t.false(languageOption.safeParse(tag).success, tag);
});

test('goes by the column unless a language is given', (t) => {
	t.true(byColumn({}));
	t.false(byColumn({language: 'en'}));
});

test('names the language of a tag', (t) => {
	t.is(languageOf('pt-BR'), 'pt');
	t.is(languageOf('und'), 'und');
	t.is(languageOf(''), '');
});
