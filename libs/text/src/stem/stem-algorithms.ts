import {stemmer as arabic} from '@orama/stemmers/arabic';
import {stemmer as armenian} from '@orama/stemmers/armenian';
import {stemmer as hungarian} from '@orama/stemmers/hungarian';
import {stemmer as hindi} from '@orama/stemmers/indian';
import {stemmer as indonesian} from '@orama/stemmers/indonesian';
import {stemmer as irish} from '@orama/stemmers/irish';
import {stemmer as nepali} from '@orama/stemmers/nepali';
import {stemmer as portuguese} from '@orama/stemmers/portuguese';
import {stemmer as russian} from '@orama/stemmers/russian';
import {stemmer as serbian} from '@orama/stemmers/serbian';
import {stemmer as tamil} from '@orama/stemmers/tamil';
import {listed} from './endings.ts';
import {greek} from './greek.ts';
import {carryFrench, japanese, lancaster, ukrainian} from './natural-stemmers.ts';
import {basque} from './snowball/basque.ts';
import {catalan} from './snowball/catalan.ts';
import {czech} from './snowball/czech.ts';
import {danish} from './snowball/danish.ts';
import {dutchPorter} from './snowball/dutch-porter.ts';
import {dutch} from './snowball/dutch.ts';
import {english} from './snowball/english.ts';
import {esperanto} from './snowball/esperanto.ts';
import {estonian} from './snowball/estonian.ts';
import {finnish} from './snowball/finnish.ts';
import {french} from './snowball/french.ts';
import {german} from './snowball/german.ts';
import {italian} from './snowball/italian.ts';
import {lithuanian} from './snowball/lithuanian.ts';
import {norwegian} from './snowball/norwegian.ts';
import {persian} from './snowball/persian.ts';
import {polish} from './snowball/polish.ts';
import {porter} from './snowball/porter.ts';
import {romanian} from './snowball/romanian.ts';
import {sesotho} from './snowball/sesotho.ts';
import {spanish} from './snowball/spanish.ts';
import {swedish} from './snowball/swedish.ts';
import {turkish} from './snowball/turkish.ts';
import {yiddish} from './snowball/yiddish.ts';

/** An algorithm, the primary language tags that choose it, and where it is from: Snowball's, written here or in a package, or natural's. */
export interface StemEntry<Name extends string> {
	readonly name: Name;
	readonly languages: readonly string[];
	readonly from: 'snowball' | 'orama' | 'natural';
	readonly stem: (word: string) => string;
}

const entry = <const Name extends string>(
	name: Name,
	languages: string,
	stem: (word: string) => string,
	from: 'snowball' | 'orama' | 'natural' = 'snowball',
): StemEntry<Name> => ({name, languages: listed(languages), from, stem});

/** Every algorithm, by name. */
export const stemTable = [
	entry('arabic', 'ar ara arb', arabic, 'orama'),
	entry('armenian', 'hy hye arm', armenian, 'orama'),
	entry('basque', 'eu eus baq', basque),
	entry('carry', '', carryFrench, 'natural'),
	entry('catalan', 'ca cat', catalan),
	entry('czech', 'cs ces cze', czech),
	entry('danish', 'da dan', danish),
	entry('dutch', 'nl nld dut', dutch),
	entry('dutch_porter', '', dutchPorter),
	entry('english', 'en eng', english),
	entry('esperanto', 'eo epo', esperanto),
	entry('estonian', 'et est ekk', estonian),
	entry('finnish', 'fi fin', finnish),
	entry('french', 'fr fra fre', french),
	entry('german', 'de deu ger', german),
	entry('greek', 'el ell gre', greek, 'orama'),
	entry('hindi', 'hi hin', hindi, 'orama'),
	entry('hungarian', 'hu hun', hungarian, 'orama'),
	entry('indonesian', 'id ind', indonesian, 'orama'),
	entry('irish', 'ga gle', irish, 'orama'),
	entry('italian', 'it ita', italian),
	entry('japanese', 'ja jpn', japanese, 'natural'),
	entry('lancaster', '', lancaster, 'natural'),
	entry('lithuanian', 'lt lit', lithuanian),
	entry('nepali', 'ne nep npi', nepali, 'orama'),
	entry('norwegian', 'no nb nn nor nob nno', norwegian),
	entry('persian', 'fa fas per pes', persian),
	entry('polish', 'pl pol', polish),
	entry('porter', '', porter),
	entry('portuguese', 'pt por', portuguese, 'orama'),
	entry('romanian', 'ro ron rum mo', romanian),
	entry('russian', 'ru rus', russian, 'orama'),
	entry('serbian', 'sr srp hr hrv bs bos sh hbs cnr', serbian, 'orama'),
	entry('sesotho', 'st sot', sesotho),
	entry('spanish', 'es spa', spanish),
	entry('swedish', 'sv swe', swedish),
	entry('tamil', 'ta tam', tamil, 'orama'),
	entry('turkish', 'tr tur', turkish),
	entry('ukrainian', 'uk ukr', ukrainian, 'natural'),
	entry('yiddish', 'yi yid ydd', yiddish),
];
