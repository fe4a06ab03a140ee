/** The stemmers of `natural`, which ships no types for its subpaths. */
declare module 'natural/lib/natural/stemmers/lancaster_stemmer.js' {
	const stemmer: {stem(word: string): string};
	export = stemmer;
}
declare module 'natural/lib/natural/stemmers/Carry/index.js' {
	const stemmer: {stem(word: string): string};
	export = stemmer;
}
declare module 'natural/lib/natural/stemmers/porter_stemmer_uk.js' {
	const stemmer: {stem(word: string): string};
	export = stemmer;
}
declare module 'natural/lib/natural/stemmers/stemmer_ja.js' {
	const stemmer: {stem(word: string): string};
	export = stemmer;
}
