import {endings} from '../endings.ts';
import {spelling} from '../spelling.ts';

/** Hebrew letters by the sound of each: O is vov yud, V two vovs, Y two yuds, and `*` the mark of a participle. */
export const yiddish = (text: string): string => letters(text).replaceAll('*', 'GE');

const letters = spelling(
	'abgdhvzHtyklmnsefcqrSTVOY',
	'\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\u05db\u05dc\u05de\u05e0\u05e1\u05e2\u05e4\u05e6\u05e7\u05e8\u05e9\u05ea\u05f0\u05f1\u05f2',
);

const rows = (pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] =>
	pairs.map(([key, texts]) => [yiddish(key), yiddish(texts)]);

/** Endings of nouns, verbs and adjectives, and past participles of strong verbs. */
export const yiddishInflections = endings([
	...rows([
		['gY', 'gYn gangen'],
		['nem', 'nvmen'],
		['mYd', '*mytn'],
		['bYt', '*bytn'],
		['bYs', '*bysn'],
		['SrYb', 'Srybn'],
		['VYz', 'Vyzn'],
		['trYb', 'trybn'],
		['lYt', '*lytn'],
		['qlYb', 'qlybn'],
		['rYb', 'rybn'],
		['rYs', '*rysn'],
		['SVYg', 'SVygn'],
		['SmYs', 'Smysn'],
		['SnYd', 'Snytn'],
		['bynd', 'bvndn'],
		['VytS', 'VvtSn'],
		['zyng', 'zvngn'],
		['trynq', 'trvnqn'],
		['cVyng', 'cVvngn'],
		['Slyng', 'Slvngn'],
		['bYg', 'bOgn'],
		['hYb', 'hObn'],
		['farlyr', 'farlOrn'],
		['StY', 'Stanen'],
		['SVer', 'SVOrn'],
		['breng', 'brakt'],
	]),
	[
		'',
		yiddish(
			`ers en ns eners es e n s em er t et etn ets ete eter vng hYt qYt yqYt Saft yzm yzmen ym elek ele lek eles elen
			ystn stv ster ste stn st`,
		),
	],
	['keep?', yiddish('ye')],
	['ye?', yiddish('yes')],
	['ablaut?', yiddish('ene enem ener ens')],
	['t?', yiddish('tn te ter ts tns tene tenem tener')],
	['h?', yiddish('vT')],
	['yst?', yiddish('yst')],
]);

/** Stems of past participles of strong verbs. */
export const yiddishAblaut = endings(
	rows([
		['gY', 'gang'],
		['nem', 'nvm'],
		['mYd', 'myt'],
		['bYt', 'byt'],
		['bYs', 'bys'],
		['VYz', 'Vyz'],
		['trYb', 'tryb'],
		['lYt', 'lyt'],
		['qlYb', 'qlyb'],
		['rYb', 'ryb'],
		['rYs', 'rys'],
		['SVYg', 'SVyg'],
		['SmYs', 'Smys'],
		['SnYd', 'Snyt'],
		['SrYb', 'Sryb'],
		['bynd', 'bvnd'],
		['VytS', 'VvtS'],
		['zyng', 'zvng'],
		['trynq', 'trvnq'],
		['cVyng', 'cVvng'],
		['Slyng', 'Slvng'],
		['bYg', 'bOg'],
		['hYb', 'hOb'],
		['farlyr', 'farlOr'],
		['StY', 'Stan'],
		['SVer', 'SVOr'],
	]),
);
