import {wordTags} from './word-tag.ts';

/** How much more (or less) often than by chance a tag follows another, as a rough logarithm set by hand. */
export const foretells = (before: number, after: number): number =>
	table[before * wordTags.length + after] ?? 0;

/**
 * After each tag, the tags with their figures; what is absent is 0. `verbs` stands for finite verbs, `nouns`
 * for both numbers.
 */
const AFTER = `
determiner: nouns 2 adjective 1.7 name 1 number 1 participle -0.7 gerund -0.5 adverb -1 verbs -6 pronoun
  -4 object -4 determiner -2.5 preposition -3 modal -5 be -5 have -5 to -4 border -3 conjunction -2
adjective: nouns 1.6 adjective 0.3 verbs -2.5 participle -2 past -1.5 preposition 0.3 to 0.3 conjunction
  0.3 pronoun -1.5 determiner -2 border 0.4 adverb -0.7 gerund -1
noun: preposition 1 verbs 0.2 base -2 third 1 past 0.7 participle -0.3 nouns 0 be 1 modal 1 have 1
  adjective -1.8 determiner -1.3 conjunction 1 border 1 to 0.4 adverb 0 pronoun -0.8 object -2.5 gerund
  -0.7
plural: preposition 1 base 1 third -4 past 0.7 participle 0 nouns -1.5 be 1 modal 1 have 1 adjective
  -1.5 determiner -1 conjunction 1 border 1 to 0.4 pronoun -0.5 object -2
name: name 1.5 third 1 past 1 base -2 nouns 0.3 be 1 modal 1 preposition 0.7 border 0.8 adjective -1.5
number: nouns 1.3 plural 2 noun 0.8 adjective 0.3 verbs -2 preposition 0.5 border 0.3 participle -1.5
pronoun: base 1.6 third 1.3 past 1.6 be 1.8 have 1.8 modal 1.8 adverb 0.5 nouns -4 adjective -2.5
  participle -2.5 gerund -2.5 determiner -2.5 preposition -1.5 to -1 pronoun -2.5 name -2
object: preposition 0.8 to 0.8 adverb 0.5 border 1 conjunction 0.6 base 0 third -2.5 past -1.5 nouns
  -2.5 be -1 modal -1 have -1 adjective -0.3 participle -0.3 determiner 0.3 pronoun -0.5 wh 0.3
preposition: determiner 1.3 nouns 0.5 name 0.9 number 0.7 gerund 0.8 object 0.8 pronoun 0.3 adjective
  0.2 verbs -3.5 base -3.5 participle -1.2 modal -3.5 be -3 have -2.5 to -2.5 preposition -1.3 border
  -1.8 wh 0 adverb -0.4
conjunction: pronoun 0.7 determiner 0.7 nouns 0.3 base 0.4 past 0.3 adjective 0.2 border -2 be -0.5
modal: base 2.3 not 1.5 pronoun 1.3 adverb 0.6 be 1 have 1 nouns -3 third -5 past -5 participle -4
  gerund -4 adjective -2.5 determiner -0.5 preposition -1.5 object -1 border 0 to -2
be: participle 1.6 gerund 1.5 adjective 1.2 determiner 0.8 adverb 0.6 not 1.2 preposition 0.5 pronoun 0
  base -4.5 third -4 past -4 nouns -0.8 to 0 be 0 have -3 modal -3 border -0.2
have: participle 2.2 be 1.2 determiner 1 adverb 0.4 not 0.8 to 0.5 pronoun 0.2 base -4 third -4 past -4
  nouns 0 adjective 0 gerund -1 border -0.3
to: base 2.2 be 1 have 1 determiner 0.6 object 0.3 name 0.6 nouns -0.4 third -5 past -5 participle -3
  gerund -0.8 adjective -0.8 adverb -0.6 pronoun 0 border -2 modal -3
not: base 1.3 participle 0.7 gerund 0.7 adjective 0.7 adverb 0.3 determiner 0.2 third -2 past -1.5 nouns
  -1.3 to 0.3 be 0.7 have 0.5
wh: to 0.7 pronoun 1 determiner 0.6 be 1 modal 1 have 0.5 third 0.3 past 0.2 base -1 nouns 0 adjective 0
  participle -2 border -0.5
adverb: adjective 0.7 adverb 0.2 past 0.5 base 0.4 participle 0.7 third 0.3 gerund 0.3 preposition 0.3
  determiner 0 nouns -1.3 border 0.8 pronoun 0.2 be 0
base: determiner 1.3 object 1.3 preposition 0.7 to 0.8 nouns 0.2 adverb 0.4 adjective 0.1 border 0.3
  base -2.5 third -4 past -4 modal -3 be -1.5 have -3 pronoun 0 number 0.3 name 0.3 wh 0.5 participle -1
  gerund -0.3 conjunction 0
third: determiner 1.3 object 1 preposition 0.8 to 0.8 nouns 0 adverb 0.5 adjective 0.3 border 0.3 verbs
  -3.5 participle -0.8 modal -3 be -2 have -3
past: determiner 1.4 object 1.3 preposition 0.9 to 0.8 nouns 0 adverb 0.5 adjective 0 border 0.3 verbs
  -3.5 participle -1.5 modal -3 be -3 have -3 name 0.3 number 0.3 pronoun 0
participle: preposition 1.1 to 0.7 border 0.8 determiner 0.5 object 0.4 adverb 0.5 nouns 0 adjective
  -0.5 verbs -3 be -2 modal -2.5 have -2.5
gerund: determiner 1.1 object 0.8 preposition 0.7 nouns 0.4 to 0.6 adverb 0.3 border 0.3 verbs -2
  adjective 0 modal -1 be -0.3
other: preposition 0.3 object 0.3 pronoun 0.3 border 0.7 base 0.7 pronoun 1.1 determiner 1 base 0.6 wh
  0.9 modal 0.7 adverb 0.4 nouns 0.2 name 0.5 other 1.2 conjunction 0.5 preposition 0.6 be 0.3 have 0
  third -1.2 past -0.8 participle -0.8 gerund 0 adjective 0.1 object -1.5
`;

const GROUPS: Readonly<Record<string, readonly string[]>> = {
	verbs: ['base', 'third', 'past'],
	nouns: ['noun', 'plural'],
};

const table = new Float64Array(wordTags.length ** 2);
for (const row of AFTER.trim().split(/\n(?! )/)) {
	const [before = '', figures = ''] = row.split(':');
	const pairs = [...figures.matchAll(/(\w+)\s+(-?[\d.]+)/g)].map(
		([, name = '', figure]) => [name, Number(figure)] as const,
	);
	// A group first, so that a tag of it may have its own figure.
	for (const group of [true, false]) {
		for (const [name, figure] of pairs.filter(([name]) => Object.hasOwn(GROUPS, name) === group))
			for (const tag of GROUPS[name] ?? [name]) table[place(before) * wordTags.length + place(tag)] = figure;
	}
}

function place(name: string): number {
	return wordTags.findIndex((tag) => tag === name);
}
