/** The Penn Treebank tokenizer of `natural`, which ships no types for its subpaths. */
declare module 'natural/lib/natural/tokenizers/treebank_word_tokenizer.js' {
	const TreebankWordTokenizer: new () => {tokenize(text: string): string[]};
	export = TreebankWordTokenizer;
}
