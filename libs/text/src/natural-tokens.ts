// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient module cannot be imported
/// <reference path="./natural.d.ts" />
import English from 'natural/lib/natural/tokenizers/aggressive_tokenizer.js';
import German from 'natural/lib/natural/tokenizers/aggressive_tokenizer_de.js';
import Spanish from 'natural/lib/natural/tokenizers/aggressive_tokenizer_es.js';
import Persian from 'natural/lib/natural/tokenizers/aggressive_tokenizer_fa.js';
import French from 'natural/lib/natural/tokenizers/aggressive_tokenizer_fr.js';
import Hindi from 'natural/lib/natural/tokenizers/aggressive_tokenizer_hi.js';
import Dutch from 'natural/lib/natural/tokenizers/aggressive_tokenizer_nl.js';
import Norwegian from 'natural/lib/natural/tokenizers/aggressive_tokenizer_no.js';
import Polish from 'natural/lib/natural/tokenizers/aggressive_tokenizer_pl.js';
import Portuguese from 'natural/lib/natural/tokenizers/aggressive_tokenizer_pt.js';
import Russian from 'natural/lib/natural/tokenizers/aggressive_tokenizer_ru.js';
import Swedish from 'natural/lib/natural/tokenizers/aggressive_tokenizer_sv.js';
import Ukrainian from 'natural/lib/natural/tokenizers/aggressive_tokenizer_uk.js';
import Vietnamese from 'natural/lib/natural/tokenizers/aggressive_tokenizer_vi.js';
import Japanese from 'natural/lib/natural/tokenizers/tokenizer_ja.js';

/**
 * Cuts text by the tokenizer that `natural` has for the language; undefined where it has none. Each keeps the letters of its
 * own pattern and drops all others. Those for Italian and Indonesian are left out: they drop `à` and capitals.
 */
export function naturalTokens(text: string, language: string): string[] | undefined {
	const Tokenizer = tokenizers.get(language);
	return Tokenizer && new Tokenizer().tokenize(text).filter(Boolean);
}

const tokenizers = new Map(
	Object.entries({
		de: German,
		en: English,
		es: Spanish,
		fa: Persian,
		fr: French,
		hi: Hindi,
		ja: Japanese,
		nl: Dutch,
		no: Norwegian,
		pl: Polish,
		pt: Portuguese,
		ru: Russian,
		sv: Swedish,
		uk: Ukrainian,
		vi: Vietnamese,
	}),
);

/** The languages that `natural` has a tokenizer for, of those used here. */
export const naturalLanguages: readonly string[] = [...tokenizers.keys()];
