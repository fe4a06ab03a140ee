/** What decides, in one language, whether a period ends a sentence. All words are in lower case and without their last period. */
export interface SentenceRules {
	/** Abbreviations that never end a sentence: titles, `e.g.`. */
	readonly never: ReadonlySet<string>;
	/** Abbreviations that end one where a word that begins sentences follows: `etc.`, `Inc.`. */
	readonly maybe: ReadonlySet<string>;
	/** Abbreviations before a number only: `No. 5`. */
	readonly numbered: ReadonlySet<string>;
	/** Words that, with a capital, begin a sentence. */
	readonly starters: ReadonlySet<string>;
	/** Whether `3.` means `third`: before small letters, or, where nouns have capitals, before any. */
	readonly ordinals: false | 'small' | 'any';
}

const of = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter(Boolean));

const rules = (
	never: string,
	maybe: string,
	numbered: string,
	starters: string,
	ordinals: SentenceRules['ordinals'] = false,
): SentenceRules => ({
	never: of(never),
	maybe: of(maybe),
	numbered: of(numbered),
	starters: of(starters),
	ordinals,
});

const languages: ReadonlyMap<string, SentenceRules> = new Map(
	Object.entries({
		en: rules(
			'mr mrs ms messrs mx dr drs prof rev hon st sr fr gen col lt capt cpt maj sgt cpl cmdr adm gov sen rep pres amb supt insp e.g i.e eg ie viz cf vs v approx appx al ed eds trans dept univ assn bros incl esp resp ca mt ft',
			'etc inc ltd co corp plc llc jr esq a.m p.m u.s u.k u.n e.u d.c ph.d m.d b.a m.a b.c a.d jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd hwy apt est min max sec hr hrs lb lbs oz kg km ext tel int misc temp avg ref refs orig',
			'no nos n° p pp vol vols fig figs art arts sec secs ch chap chs para eq eqs ex exs nr pt pts',
			'the a an this that these those it its he she they we i you his her their our my your there here in on at as if when while after before but and so or for from with by however then what who why how where yes no please thanks thank all some many most each every although because since until once nobody everyone not let do does did is are was were can could will would should may one two',
		),
		de: rules(
			'z.b zb d.h dh u.a o.ä o.a i.d.r z.t z.zt u.u v.a i.a i.v i.e s.o s.u v.chr n.chr dr prof hr hrn fr frl dipl ing dipl.-ing st bzw vgl ca evtl ggf gegr geb gest ehem sog bspw insb insbes inkl exkl zzgl abzgl max mind tel allg bes betr bzgl einschl ausschl entspr erg gem ges hl jhdt kath ev lat griech engl frz ital österr schweiz südd nordd urspr usw.v rd std vorm nachm',
			'usw etc u.ä u.s.w mio mrd tsd str pl uvm co gmbh ag jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do sa so jh jhd min sek',
			'nr art abs s bd kap abb tab aufl jg heft ziff zif § str hs az anm',
			'der die das ein eine einer es er sie wir ich du ihr man dies diese dieser dieses jene in im am an auf bei mit nach von vor zu zum zur aber und oder doch dann da dort hier wenn als weil während nachdem obwohl was wer wie wo warum wann so auch nur schon jetzt heute gestern morgen bitte danke ja nein kein keine alle viele trotzdem deshalb daher danach außerdem seit durch für gegen ohne unter über nun sein seine ihre mein meine unser unsere',
			'any',
		),
		fr: rules(
			'm mm mme mmes mlle mlles dr drs pr prof me mgr st ste stes c.-à-d p.ex ex cf env av apr boul bd chap éd coll dir fém masc hab intro trad resp max min vs',
			'etc s.a s.a.r.l j.-c janv févr avr juil sept oct nov déc tél dép inc ltée cie',
			'n n° no nos p pp vol fig art al t ch',
			'le la les un une des ce cette ces cet il elle ils elles on nous vous je tu mon ma mes son sa ses leur leurs notre votre dans en sur à au aux avec pour par de du mais et ou donc or ni car si quand lorsque comme puis alors ensuite enfin oui non merci pourquoi comment où qui que quoi tout tous toutes toute c j l d n s qu',
		),
		es: rules(
			'sr sra srta sres sras d dª da dña dr dra dres prof profa lic ing arq gral cap cnel tte sto sta st p.ej ej aprox av avda c cf ed eds fam máx mín núm prov pza tel vid vs ud uds vd vds mons fr',
			'etc s.a s.l ee.uu ee.uu.a a.c d.c a.m p.m cía ltda ene feb abr jun jul ago sept oct nov dic inc',
			'n n° núm p pág págs pp vol fig art cap no',
			'el la los las un una unos unas este esta estos estas ese esa eso esto él ella ellos ellas yo tú usted nosotros mi su sus nuestro en a al de del con por para sin sobre desde hasta pero y o si cuando como porque aunque entonces luego después antes ahora hoy ayer sí no qué quién cómo dónde cuándo gracias hay es son todo todos cada también además se lo le me te',
		),
		it: rules(
			'sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv arch geom rag on sen gen col cap ten mons s ss es ad.es p.es cfr ca circa c.a max min sec ed tel vs egr spett gent',
			'ecc etc s.p.a s.r.l a.c d.c genn febb mar apr magg giu lug ago sett ott nov dic',
			'n n° nn p pp pag pagg vol fig art artt cap tab',
			'il lo la i gli le un uno una questo questa questi queste quello quella lui lei loro noi voi io tu si in a al alla di del della dei da dal dalla con per su nel nella ma e o se quando come perché poi allora dopo prima ora oggi ieri sì no che chi cosa dove grazie tutti ogni anche inoltre non è sono ci mi ti l un',
		),
		pt: rules(
			'sr sra srs sras srta d dr dra drs prof profa eng exmo exma st sto sta v.ex ex p.ex aprox av cap cel gen max máx mín obs tel vs ed cf núm',
			'etc s.a ltda cia a.c d.c e.u.a jan fev abr jun jul ago set out nov dez',
			'n n° nº p pp pág págs vol fig art cap no',
			'o a os as um uma este esta estes estas esse essa isso isto ele ela eles elas eu tu você nós meu minha seu sua em no na nos nas de do da dos das com por para sem sobre até mas e ou se quando como porque embora então depois antes agora hoje ontem sim não que quem onde obrigado obrigada há é são todos cada também além',
		),
		nl: rules(
			'dhr mevr mw mr mrs dr drs ir ing prof st ds bijv bv d.w.z dwz o.a m.a.w t.a.v n.a.v i.v.m i.p.v m.b.t t.o.v z.o.z nl ca vgl zgn resp incl excl max min evt i.h.b jl',
			'enz etc e.d b.v n.v a.u.b s.v.p v.chr n.chr jan feb mrt apr jun jul aug sep sept okt nov dec tel',
			'nr blz p pag art fig hfst afb',
			'de het een dit dat deze die hij zij ze wij we ik je jij u jullie men mijn zijn haar hun ons onze in op aan bij met naar van voor te om maar en of dan toen daar hier als omdat terwijl nadat hoewel wat wie hoe waar waarom wanneer zo ook nu vandaag gisteren ja nee geen alle er',
		),
		ru: rules(
			'г гг ул д просп пл пер корп кв стр обл р-н т.е т.н т.к т.о и.о напр см ср им проф акад доц г-н г-жа гр тов св о ок мин макс тел',
			'т.д т.п др пр н.э руб коп тыс млн млрд в вв л',
			'№ с стр рис табл гл ст п пп т',
			'в на он она оно они мы вы я ты это этот эта эти тот та те но и а или да нет если когда как потому поэтому потом затем после до теперь сегодня вчера завтра что кто где почему зачем все всё каждый также кроме по с со у о об к для из за без не',
		),
		uk: rules(
			'м вул буд р-н обл т.зв напр див ім проф акад доц п пані ред св',
			'т.д т.п ін н.е грн коп тис млн млрд р рр в ст с',
			'№ с стор рис табл гл ст п',
			'у в на він вона воно вони ми ви я ти це цей ця ці той та ті але і й або так ні якщо коли як тому потім після до тепер сьогодні вчора завтра що хто де чому все кожен також крім за з із для без не',
		),
		pl: rules(
			'p pp prof dr hab mgr inż ks św ul al pl os np m.in tzn tzw tj ok pow woj gm im red por zob min maks tel śp płk gen kpt',
			'itd itp r w zł gr tys mln mld p.n.e n.e jr godz',
			'nr s str art ust poz rys tab t rozdz',
			'to ten ta te on ona ono oni one my wy ja ty w we na z ze do od po przy przez dla bez ale i a lub albo oraz jeśli jeżeli gdy kiedy jak ponieważ potem później teraz dziś dzisiaj wczoraj jutro co kto gdzie dlaczego tak nie wszystko wszyscy każdy także jednak',
			'small',
		),
		cs: rules(
			'p pí sl dr prof doc ing mgr mudr judr phdr rndr sv tzv tj např popř resp cca min max ul nám tř č.p mj tel pozn srov viz',
			'atd apod aj kč tis mil mld př.n.l n.l hod',
			'č s str čl odst obr tab kap sv roč',
			'to ten ta ti ty on ona ono oni my vy já v ve na z ze do od po při pro bez ale a nebo i pokud když jak protože potom pak teď dnes včera zítra co kdo kde proč ano ne vše všichni každý také však je jsou',
			'small',
		),
		sv: rules(
			't.ex tex bl.a bla d.v.s dvs s.k sk fr.o.m t.o.m m.a.o p.g.a pga resp ca hr fr dr prof st jfr inkl exkl max min tel f.d',
			'm.m mm etc osv o.s.v m.fl o.d kl f.kr e.kr jan feb apr jun jul aug sep sept okt nov dec',
			'nr s sid kap fig tab',
			'det den de en ett detta denna dessa han hon vi ni jag du man i på av för från med till om vid men och eller så då nu där här när som eftersom medan efter innan idag igår imorgon vad vem hur var varför ja nej inte alla',
		),
		da: rules(
			'f.eks fx bl.a d.v.s dvs s.k m.h.t p.g.a pga ca hr fr dr prof skt jf inkl ekskl maks min tlf resp evt vedr',
			'm.m mv osv o.s.v m.fl o.l kl f.kr e.kr jan feb apr jun jul aug sep sept okt nov dec',
			'nr s kap fig tab stk',
			'det den de en et dette denne disse han hun vi i jeg du man på af for fra med til om ved men og eller så da nu der her når som fordi mens efter før idag hvad hvem hvordan hvor hvorfor ja nej ikke alle',
			'small',
		),
		no: rules(
			'f.eks bl.a d.v.s dvs s.k m.h.t p.g.a pga ca hr fr dr prof st jf inkl ekskl maks min tlf resp evt vedr',
			'm.m mv osv o.s.v m.fl o.l kl f.kr e.kr jan feb apr jun jul aug sep sept okt nov des',
			'nr s kap fig tab',
			'det den de en et ei dette denne disse han hun vi i jeg du man på av for fra med til om ved men og eller så da nå der her når som fordi mens etter før hva hvem hvordan hvor hvorfor ja nei ikke alle',
			'small',
		),
		fi: rules(
			'esim ts ko mm ns tri prof dos n os puh kpl ks vrt',
			'jne yms ym klo eaa jaa ekr jkr mrd milj',
			'nro s kpl luku',
			'se ne hän he me te minä sinä tämä nämä tuo mutta ja tai jos kun koska sitten nyt tänään eilen huomenna mitä kuka missä miksi miten kyllä ei kaikki',
			'small',
		),
		tr: rules(
			'sn av dr doç prof yrd öğr gör alb vb.g bkz örn ör mah cad sok apt no.lu tel hz min maks yak',
			'vb vs vd m.ö m.s a.ş ltd şti',
			'no s sf cilt böl md',
			'bu şu o ben sen biz siz onlar bir ve ama fakat ancak eğer çünkü sonra şimdi bugün dün yarın ne kim nerede neden nasıl evet hayır her tüm',
			'small',
		),
		hi: rules('डॉ श्री प्रो पं', '', '', ''),
		el: rules(
			'κ κα κος δρ καθ π.χ δηλ βλ αρ',
			'κ.λπ κ.ά κτλ π.μ μ.μ μ.χ',
			'αρ σ σελ',
			'ο η το οι τα ένα μια αυτό αυτός αυτή και αλλά αν όταν γιατί μετά τώρα σήμερα ναι όχι στο στη στην',
		),
		hu: rules(
			'dr prof id ifj özv kb pl ill ún stb.i vö',
			'stb kft rt bt zrt nyrt',
			'sz o kb',
			'a az egy ez ő ők mi ti én te de és vagy ha amikor mert akkor most ma tegnap holnap mi ki hol miért igen nem',
			'small',
		),
	}),
);

const none = rules('dr prof mr mrs st', 'etc', 'no nr p pp vol fig art', '');
/** Languages without rules of their own in which a number and a period are an ordinal. */
const ordinalLanguages = of('bs et eu hr is lb lt lv mk sk sl sr fo fy');
const noneOrdinal: SentenceRules = {...none, ordinals: 'small'};

/** The rules of a language; for those without any, a few abbreviations that most share. */
export function sentenceRules(language: string): SentenceRules {
	const base = language.split('-')[0] ?? language;
	return languages.get(base) ?? (ordinalLanguages.has(base) ? noneOrdinal : none);
}

/** The languages that have rules of their own, sorted. */
export const ruledLanguages: readonly string[] = [...languages.keys()].toSorted();
