/** The Penn Treebank tokenizer of `natural`, which ships no types for its subpaths. */
declare module 'natural/lib/natural/tokenizers/treebank_word_tokenizer.js' {
	const TreebankWordTokenizer: new () => {tokenize(text: string): string[]};
	export = TreebankWordTokenizer;
}

/** Its tokenizers of single languages. */
declare module 'natural/lib/natural/tokenizers/*' {
	const Tokenizer: new () => {tokenize(text: string): string[]};
	export = Tokenizer;
}

/** Its stop words. */
declare module 'natural/lib/natural/util/*' {
	const list: {readonly words: readonly string[]};
	export = list;
}
