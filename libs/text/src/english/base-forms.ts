import {irregularDegrees} from './inflect-adjective.ts';
import {irregularPlurals} from './inflect-noun.ts';
import {irregularVerbs} from './irregular-verbs.ts';
import type {WordTag} from './word-tag.ts';

/** A word read as a form of a base. */
export interface Reading {
	readonly base: string;
	readonly part: Part;
	/** How the form is tagged; past and participle are two readings. */
	readonly tag: WordTag;
	/** Whether an adjective is compared. */
	readonly degree?: 'comparative' | 'superlative';
}

export type Part = 'noun' | 'verb' | 'adjective' | 'adverb';

/**
 * All readings of a lower-case English word whose base `known` has as that part of speech, by irregular forms
 * and by taking endings off.
 * Source: the detachment rules of WordNet's morphy (Miller 1995), with doubled letters; the irregular forms
 * are ours.
 */
export function baseForms(word: string, known: (base: string, part: Part) => boolean): readonly Reading[] {
	const readings: Reading[] = [];
	const add = (base: string, part: Part, tag: WordTag, degree?: Reading['degree']): void => {
		const seen = readings.some((other) => other.base === base && other.part === part && other.tag === tag);
		if (!seen && known(base, part)) readings.push({base, part, tag, ...(degree ? {degree} : {})});
	};
	const irregular = irregularForms.get(word);
	for (const {base, part, tag, degree} of irregular ?? []) add(base, part, tag, degree);
	const has = (part: Part): boolean => irregular?.some((reading) => reading.part === part) ?? false;
	add(word, 'noun', 'noun');
	if (!has('verb') || irregularVerbs.has(word)) add(word, 'verb', 'base');
	add(word, 'adjective', 'adjective');
	add(word, 'adverb', 'adverb');
	if (!has('noun')) for (const base of detached(word, NOUN)) add(base, 'noun', 'plural');
	for (const base of detached(word, THIRD)) add(base, 'verb', 'third');
	if (!has('verb')) {
		for (const base of detached(word, PAST)) {
			if (irregularVerbs.has(base)) continue;
			add(base, 'verb', 'past');
			add(base, 'verb', 'participle');
		}
	}
	for (const base of detached(word, GERUND)) add(base, 'verb', 'gerund');
	for (const base of detached(word, COMPARATIVE)) add(base, 'adjective', 'adjective', 'comparative');
	for (const base of detached(word, SUPERLATIVE)) add(base, 'adjective', 'adjective', 'superlative');
	return readings;
}

type Rules = readonly (readonly [ending: string, instead: string])[];

const NOUN = rules('s: ses:s xes:x zes:z ches:ch shes:sh ies:y men:man oes:o ves:f');
const THIRD = rules('s: ies:y es:e es:');
const PAST = rules('ed:e ed: ied:y');
const GERUND = rules('ing:e ing: ying:ie');
const COMPARATIVE = rules('er: er:e ier:y');
const SUPERLATIVE = rules('est: est:e iest:y');

function rules(text: string): Rules {
	return text.split(' ').map((rule): readonly [string, string] => {
		const [ending = '', instead = ''] = rule.split(':');
		return [ending, instead];
	});
}

function detached(word: string, endings: Rules): readonly string[] {
	const bases: string[] = [];
	for (const [ending, instead] of endings) {
		if (word.length <= ending.length || !word.endsWith(ending)) continue;
		if (ending === 's' && /(?:ss|us|is)$/.test(word)) continue;
		const stem = word.slice(0, -ending.length);
		bases.push(stem + instead);
		// stopped: stop
		if (instead === '' && ending !== 's' && stem.length > 2 && stem.at(-1) === stem.at(-2))
			bases.push(stem.slice(0, -1));
	}
	return bases;
}

const irregularForms = new Map<string, Reading[]>();
const enter = (form: string, reading: Reading): void => {
	const readings = irregularForms.get(form);
	if (readings) readings.push(reading);
	else irregularForms.set(form, [reading]);
};
for (const [base, [past, participle]] of irregularVerbs) {
	enter(past, {base, part: 'verb', tag: 'past'});
	enter(participle, {base, part: 'verb', tag: 'participle'});
}
for (const [base, plural] of irregularPlurals)
	enter(plural, {base, part: 'noun', tag: plural === base ? 'noun' : 'plural'});
for (const [base, [comparative, superlative]] of irregularDegrees) {
	enter(comparative, {base, part: 'adjective', tag: 'adjective', degree: 'comparative'});
	enter(superlative, {base, part: 'adjective', tag: 'adjective', degree: 'superlative'});
}
