import {wordTags, type WordTag} from './word-tag.ts';

/** The closed classes of English: each word with the tags that it may have. */
export const functionWords: ReadonlyMap<string, readonly WordTag[]> = table({
	determiner:
		'a an the my your his her its our their this that these those every each no some any all both another either neither whose such which what enough much many few several more most less',
	pronoun:
		'i you he she it we they who there this that these those which everyone everybody someone somebody anyone anybody nobody everything something anything nothing one none',
	object:
		'me him her us them myself yourself himself herself itself ourselves yourselves themselves it you this that these those mine yours hers ours theirs all both some any none each one everything something anything nothing everyone someone anyone others',
	preposition:
		'of in on at by for with from into onto over under about after before between through during without within against towards toward upon across behind below beneath beside besides beyond despite except inside near off out outside past per since than till until up via down around along among amid as like because if while although though unless whether that so',
	conjunction: 'and or but nor yet plus',
	modal: 'can could will would shall should may might must do does did cannot ca wo need',
	be: 'am is are was were be been being',
	have: 'have has had having',
	to: 'to',
	not: 'not',
	wh: 'when where why how what who whom which whoever whatever',
	adverb:
		'very too so just only also still already always never ever often sometimes now then here there again once twice soon later yesterday today tomorrow tonight not maybe perhaps quite rather really almost even instead please however therefore anyway else yet ago enough more most less least well back away out up off down on over about before after since all much',
	other: 'hi hello hey thanks thank please yes no ok okay oh sorry dear regards cheers bye etc eg ie',
	number:
		'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand million billion first second third half dozen',
	participle: 'been had done',
	past: 'had did',
	base: 'have do be',
	third: 'has does',
	gerund: 'having doing being',
});

function table(lists: Partial<Record<WordTag, string>>): ReadonlyMap<string, readonly WordTag[]> {
	const words = new Map<string, WordTag[]>();
	const add = (tag: WordTag, list: string): void => {
		for (const word of list.split(' ')) {
			const tags = words.get(word);
			if (tags) tags.push(tag);
			else words.set(word, [tag]);
		}
	};
	for (const tag of wordTags) if (lists[tag]) add(tag, lists[tag]);
	return words;
}
