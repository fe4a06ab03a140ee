import {cut, endings, replaced} from '../endings.ts';
import {letters} from '../letters.ts';
import {region} from '../regions.ts';

/** Lithuanian. Source: Snowball 3.1, `lithuanian`. */
export function lithuanian(given: string): string {
	const r1 = region(given, given.startsWith('a') && given.length > 6 ? 1 : 0, vowel);
	let word = given;
	const conflict = conflicts(word);
	if (conflict) word = replaced(word, conflict, conflict.key);
	const inflection = inflections(word, r1);
	if (inflection) word = replaced(word, inflection, '');
	word = withoutSoftening(word);
	for (let suffix = derivations(word, r1); suffix; suffix = derivations(word, r1))
		word = replaced(word, suffix, '');
	word = withoutSoftening(word);
	if (word.endsWith('gd')) word = cut(word, 1);
	return word.endsWith("'") ? cut(word, 1) : word;
}

function withoutSoftening(word: string): string {
	if (word.endsWith('\u010d')) return `${cut(word, 1)}t`;
	return word.endsWith('d\u017e') ? cut(word, 1) : word;
}

const vowel = letters('aeiyou\u0105\u0119\u012f\u0173\u0117\u016b');
const conflicts = endings([
	['ait\u0117', 'aite ait\u0117s'],
	['uot\u0117', 'uot\u0117s uote'],
	['\u0117jimas', '\u0117jime'],
	['esys', 'esiu'],
	['asys', 'asius'],
	['avimas', 'avime'],
	['ojimas', 'ojime'],
	['okat\u0117', 'okat\u0117s okate'],
]);
const inflections = endings([
	[
		'',
		`as ias is ys o io ui iui \u0105 i\u0105 \u012f u iu e yje y au i an ai iai \u0173 i\u0173 ams am iams iam us ius
		ais iais uose iuose uos iuos uosna iuosna ysna asis aisi osi \u0173si uisi \u0105si usi esi uo a ia os ios oj oje
		ioje osna iosna om oms ioms omis iomis ose iose on ion \u0117 \u0117s ei \u0119 \u0117j \u0117je \u0117ms es
		\u0117mis \u0117se \u0117sna \u0117n aus iaus umi iumi uje iuje iau \u016bs ums umis un iun ies ens enio eniui
		en\u012f imi eniu enyje ie enie enys ims enims enis imis enimis yse enyse iem iems ame iame uosi iuosi iesi asi
		iasi am\u0117s iam\u0117s at ate iat iate at\u0117s iat\u0117s isi im im\u0117s it ite ome ot ote \u0117jo
		\u0117josi ot\u0117s eisi \u0117si \u0117m \u0117me \u0117m\u0117s \u0117t \u0117te \u0117t\u0117s ausi om\u0117s
		siu siuosi si siesi s ysis sim sime sit site \u010diau \u010diausi tum tumei tumeis tumeisi t\u0173si tum\u0117m
		tum\u0117me tum\u0117m\u0117s tute tum\u0117t tum\u0117te tum\u0117t\u0117s k ki kim\u0117s uoti iuoti auti iauti
		oti ioti \u0117ti yti inti in\u0117ti enti tel\u0117ti ter\u0117ti ti \u0105s i\u0105s \u012fs t\u0173s sim\u0117s
		sit\u0117s kite`,
	],
]);
const derivations = endings([
	[
		'',
		`ing i\u0161k \u0117t ot uot iuot yt iuk iul \u0117l yl u\u010diuk uliuk ut\u0117ait ok iok sv \u0161v zgan op iop
		ain yk\u0161t yk\u0161\u010d esn aus iaus ias oj ioj aj iaj \u0105j i\u0105j uoj iuoj iej \u0173j i\u0173j ies uos
		iuos ais iais os ios \u0105s i\u0105s dav ant iant int \u0117j \u0119 \u0117j\u0119 \u0119s siant dam auj jam iau
		am`,
	],
]);
