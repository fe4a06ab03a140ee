/**
 * The plural of an English noun: `pluralOf('country')` is `countries`. Of several words the last is inflected.
 */
export function pluralOf(noun: string): string {
	const space = Math.max(noun.lastIndexOf(' '), noun.lastIndexOf('_'), noun.lastIndexOf('-'));
	if (space > 0) return noun.slice(0, space + 1) + pluralOf(noun.slice(space + 1));
	const irregular = irregularPlurals.get(noun);
	if (irregular !== undefined) return irregular;
	if (/[^aeiou]man$/.test(noun) && !/(?:hu|ro|ger|nor|sha|talis)man$/.test(noun))
		return `${noun.slice(0, -3)}men`;
	if (/(?:[sxz]|ch|sh)$/.test(noun)) return `${noun}${/[^aeiou][iou]z$/.test(noun) ? 'z' : ''}es`;
	if (/[^aeiou]y$/.test(noun) || noun.endsWith('quy')) return `${noun.slice(0, -1)}ies`;
	if (/^(?:potat|tomat|her|ech|vet|torped|mosquit|embarg|carg|n)o$/.test(noun)) return `${noun}es`;
	return `${noun}s`;
}

/** Nouns with a plural of their own, and those that have none. */
export const irregularPlurals: ReadonlyMap<string, string> = new Map([
	...'man men|woman women|child children|person people|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|die dice|quiz quizzes|calf calves|half halves|knife knives|leaf leaves|life lives|loaf loaves|self selves|shelf shelves|thief thieves|wife wives|wolf wolves|scarf scarves|analysis analyses|basis bases|crisis crises|diagnosis diagnoses|hypothesis hypotheses|parenthesis parentheses|synthesis syntheses|thesis theses|axis axes|oasis oases|emphasis emphases|criterion criteria|phenomenon phenomena|datum data|medium media|bacterium bacteria|curriculum curricula|memorandum memoranda|stimulus stimuli|nucleus nuclei|alumnus alumni|fungus fungi|radius radii|cactus cacti|matrix matrices|vertex vertices|appendix appendices|index indexes|bus buses|gas gases|passerby passersby'
		.split('|')
		.map((entry): [string, string] => {
			const [singular = '', plural = ''] = entry.split(' ');
			return [singular, plural];
		}),
	...'advice aircraft cash deer equipment evidence fish furniture headquarters homework information knowledge luggage machinery means money news offspring progress research series sheep software hardware species staff stuff traffic weather'
		.split(' ')
		.map((noun): [string, string] => [noun, noun]),
]);
