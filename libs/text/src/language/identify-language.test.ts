import test from 'ava';
import fc from 'fast-check';
import {loadLanguageIdentifier} from './identify-language.ts';
import {identifiedLanguages, mainScript, scriptLanguages} from './letter-scripts.ts';

const identify = await loadLanguageIdentifier();

const sentences = {
	am: 'ካርዴ ትናንት ሁለት ጊዜ ተቆርጦበታል',
	ar: 'تم خصم المبلغ من بطاقتي مرتين أمس',
	be: 'Учора з маёй карткі двойчы спісалі грошы',
	bg: 'Вчера картата ми беше таксувана два пъти',
	bn: 'গতকাল আমার কার্ড থেকে দুইবার টাকা কাটা হয়েছে',
	bo: 'བོད་ཀྱི་སྐད་ཡིག་ནི་ཧ་ཅང་སྙན་པོ་འདུག',
	ca: 'Ahir em van cobrar dues vegades amb la targeta',
	ckb: 'دوێنێ دوو جار پارە لە کارتەکەم بڕدرا',
	cs: 'Včera mi z karty strhli peníze dvakrát, můžete mi pomoci?',
	cy: 'Codwyd tâl ar fy ngherdyn ddwywaith ddoe, a allwch chi helpu?',
	da: 'Mit kort blev trukket to gange i går, kan I hjælpe mig?',
	de: 'Meine Karte wurde gestern zweimal belastet',
	dv: 'އަހަރެންގެ ކާޑު ގެއްލިއްޖެ',
	el: 'Η κάρτα μου χρεώθηκε δύο φορές χθες',
	en: 'My card was charged twice yesterday',
	es: 'Ayer me cobraron dos veces con la tarjeta',
	et: 'Minu kaardilt võeti eile raha kaks korda',
	eu: 'Atzo bi aldiz kobratu zidaten txartelarekin',
	fa: 'دیروز دو بار از کارت من پول برداشت شد',
	fi: 'Korttiani veloitettiin eilen kahdesti',
	fr: 'Ma carte a été débitée deux fois hier',
	gu: 'ગઈકાલે મારા કાર્ડમાંથી બે વાર પૈસા કપાયા',
	ha: 'An cire kuɗi daga katina sau biyu jiya, don Allah ku taimake ni',
	he: 'הכרטיס שלי חויב פעמיים אתמול',
	hi: 'कल मेरे कार्ड से दो बार पैसे काटे गए',
	hu: 'Tegnap kétszer terhelték meg a kártyámat',
	hy: 'Երեկ իմ քարտից երկու անգամ գումար է գանձվել',
	is: 'Kortið mitt var skuldfært tvisvar í gær',
	it: 'Ieri la mia carta è stata addebitata due volte',
	ja: '昨日、カードで二回請求されました',
	ka: 'გუშინ ჩემი ბარათიდან თანხა ორჯერ ჩამოიჭრა',
	kk: 'Кеше менің картамнан ақша екі рет шегерілді',
	km: 'កាតរបស់ខ្ញុំត្រូវបានកាត់លុយពីរដងកាលពីម្សិលមិញ',
	ko: '어제 카드에서 두 번 결제되었습니다',
	lo: 'ບັດຂອງຂ້ອຍຖືກຕັດເງິນສອງຄັ້ງມື້ວານນີ້',
	lt: 'Vakar nuo mano kortelės du kartus nuskaičiuoti pinigai',
	lv: 'Vakar no manas kartes divreiz noņēma naudu',
	ml: 'ഇന്നലെ എന്റെ കാർഡിൽ നിന്ന് രണ്ടുതവണ പണം പോയി',
	my: 'မနေ့က ကျွန်တော့်ကတ်ကနေ ငွေနှစ်ခါ ဖြတ်သွားတယ်',
	nl: 'Er is gisteren twee keer van mijn kaart afgeschreven',
	pl: 'Wczoraj moja karta została obciążona dwa razy',
	pt: 'Ontem o meu cartão foi cobrado duas vezes',
	ro: 'Ieri mi s-au luat bani de pe card de două ori',
	ru: 'Вчера с моей карты дважды списали деньги',
	si: 'ඊයේ මගේ කාඩ්පතෙන් දෙවරක් මුදල් අඩු විය',
	sv: 'Mitt kort debiterades två gånger i går',
	sw: 'Kadi yangu ilitozwa pesa mara mbili jana',
	ta: 'நேற்று என் அட்டையில் இருமுறை பணம் எடுக்கப்பட்டது',
	th: 'บัตรของฉันถูกตัดเงินสองครั้งเมื่อวาน',
	tr: 'Dün kartımdan iki kez para çekildi',
	uk: 'Вчора з моєї картки двічі зняли гроші',
	ur: 'کل میرے کارڈ سے دو بار پیسے کاٹے گئے',
	vi: 'Hôm qua thẻ của tôi bị trừ tiền hai lần',
	yi: 'מען האָט נעכטן צוויי מאָל אַראָפּגענומען געלט פֿון מײַן קאַרטל',
	zh: '昨天我的卡被扣了两次款',
};

for (const [language, text] of Object.entries(sentences)) {
	test(`finds ${language} in a sentence`, (t) => {
		const found = identify(text);
		t.is(found.language, language);
		t.true(found.score > 0.6 && found.score <= 1, String(found.score));
	});
}

test('says und, and that it is sure of nothing, where there is too little', (t) => {
	for (const text of [
		'',
		' \n',
		'12:30',
		'ok',
		'\u{1f600}\u{1f600}',
		'https://example.com/a',
		'\u16a0\u16a1\u16a2\u16a3',
	])
		t.deepEqual(identify(text), {language: 'und', score: 0}, text);
});

test('looks past code, addresses and markup', (t) => {
	const text =
		'Bitte rufen Sie `npm install --save-dev the-other-one` auf und schreiben an help.me@example.com oder <a href="https://example.com/the-house">hier</a>.';
	t.is(identify(text).language, 'de');
});

test('is less sure of a few letters than of many', (t) => {
	t.true(identify('karte').score < identify(sentences.de).score);
	t.true(identify('东').score < identify(sentences.zh).score);
});

test('knows a hundred languages and more, each once, by tags that Intl takes', (t) => {
	t.true(identifiedLanguages.length >= 100);
	t.is(new Set(identifiedLanguages).size, identifiedLanguages.length);
	// Tagalog has a tag in ISO 639-1, which comes first here; Unicode prefers that of Filipino.
	const tags = identifiedLanguages.filter((language) => language !== 'tl');
	t.deepEqual(Intl.getCanonicalLocales(tags), tags);
});

test('never names a language that is not written in the script of most letters', (t) => {
	const letters = [
		'a',
		'e',
		'п',
		'ى',
		'ह',
		'ก',
		'東',
		'の',
		'한',
		'א',
		'α',
		'ქ',
		' ',
		'.',
		'1',
		'\u{1f600}',
		'`',
		'<a>',
	];
	fc.assert(
		fc.property(
			fc.oneof(
				fc.array(fc.constantFrom(...letters), {maxLength: 40}).map((all) => all.join('')),
				fc.string({unit: 'binary'}),
			),
			(text) => {
				const {language, score} = identify(text);
				const script = mainScript(text.replace(/`[^`]*`|<a>/g, ''))?.script ?? '';
				const mixed = /[`<&@#\d_.]/.test(text);
				return (
					score >= 0 &&
					score <= 1 &&
					(language === 'und' ? score === 0 : mixed || (scriptLanguages.get(script) ?? []).includes(language))
				);
			},
		),
		{numRuns: 500},
	);
	t.pass();
});
