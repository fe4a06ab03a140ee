import type {Recogniser, Span} from './recogniser.ts';

/** Postal addresses by the pattern of a street with its number. */
export const address: Recogniser = {
	name: 'address',
	type: 'address',
	finds:
		'a street with its number, and the postcode and place after it, as written in English, German, French, Spanish, Italian and Dutch',
	checks: 'a word for a street, capitals and a house number; places are not looked up',
	needs: 'digits',
	*find({text}) {
		const found = PATTERNS.flatMap((pattern) =>
			Array.from(text.matchAll(pattern), ({0: whole, index}): Span => ({
				start: index,
				end: index + whole.length,
			})),
		).sort((a, b) => a.start - b.start || b.end - a.end);
		let from = 0;
		for (const span of found) {
			if (span.start < from) continue;
			yield span;
			from = span.end;
		}
	},
};

const CAP = "\\p{Lu}[\\p{L}\\p{M}'\u2019.-]{0,30}";
const TOWN = "(?:St\\. )?\\p{Lu}\\p{Ll}[\\p{L}\\p{M}'\u2019-]{0,30}";
const CAPS = `${CAP}(?: ${CAP}){0,3}`;
const NUMBER = '\\d{1,5}[A-Za-z]?';
const NOT_BEFORE = '(?<![\\p{L}\\p{M}\\p{N}_.,-])';
const NOT_AFTER = '(?![\\p{L}\\p{M}\\p{N}_])';
const UK_CODE = '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}';
const ENGLISH_END = `(?:,? (?:Apt|Apartment|Suite|Unit|Flat|#) ?\\.? ?[A-Z\\d]{1,5})?(?:,\\s{1,2}${TOWN}(?: ${TOWN}){0,3}){0,2}(?:,?\\s{1,2}(?:[A-Z]{2} \\d{5}(?:-\\d{4})?|${UK_CODE}))?`;
const POSTCODE = '(?:,\\s{1,2}|\\s{1,2})(?:[A-Z]{1,2}-)?\\d{4,5} (?:[A-Z]{2} )?';
const CITY = `${TOWN}(?:[ -]${TOWN}){0,2}`;

const PATTERNS = [
	`${NOT_BEFORE}${NUMBER} (?:[NSEW]\\.? )?${CAPS} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Square|Terrace|Close|Mews|Crescent|Gardens|Parkway|Highway|Quay|Row|Hill|Green)${NOT_AFTER}\\.?${ENGLISH_END}`,
	`${NOT_BEFORE}(?:\\p{Lu}[\\p{L}-]{1,30}(?:stra\u00dfe|strasse|str\\.|weg|allee|platz|gasse|ring|damm|ufer|straat|laan|plein|gracht|kade)|(?:Am|An der|Im|Zum|Zur) ${CAP}(?: ${CAP})?|${CAP} (?:Stra\u00dfe|Strasse|Str\\.|Weg|Allee|Platz|Gasse|Ring)) \\d{1,4} ?[a-z]?${NOT_AFTER}(?:${POSTCODE}${CITY})?`,
	`${NOT_BEFORE}\\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|all\u00e9e|impasse|quai|cours) (?:(?:de la|de l[\u2019']|du|des|de|d[\u2019']) ?)?${CAPS}${NOT_AFTER}(?:${POSTCODE}${CITY})?`,
	`${NOT_BEFORE}(?:Calle|C/|Avenida|Avda\\.|Av\\.|Plaza|Paseo|Camino|Via|Viale|Piazza|Corso|Largo|Vicolo) ?(?:(?:de la|de los|del|de|della|dei|dell[\u2019']) ?)?${CAPS},? (?:n\\.? ?)?\\d{1,4} ?[a-z]?${NOT_AFTER}(?:${POSTCODE}${CITY})?`,
].map((source) => new RegExp(source, 'gu'));
