import {endings, replaced, type Endings} from '../endings.ts';
import {letters} from '../letters.ts';
import {region, romanceRegion} from '../regions.ts';

/** Basque. Source: Snowball 3.1, `basque`. */
export function basque(word: string): string {
	const rv = romanceRegion(word, vowel);
	const r1 = region(word, 0, vowel);
	const regions: Regions = {'': rv, 'r1?': r1, 'r2?': region(word, r1, vowel)};
	// What is kept or replaced is no longer looked at: the head goes on without it.
	let head = word;
	let tail = '';
	for (const kind of [verbs, nouns]) {
		for (;;) {
			const found = kind(head);
			if (!found) break;
			const {key, text} = found;
			const stem = replaced(head, found, '');
			if (key === '' || key === 'r1?' || key === 'r2?') {
				if (stem.length < regions[key]) break;
			} else tail = (key === 'keep?' ? text : key) + tail;
			head = stem;
		}
	}
	const adjective = adjectives(head);
	if (adjective && (adjective.key === 'z' || head.length - adjective.text.length >= rv))
		head = replaced(head, adjective, adjective.key);
	return head + tail;
}

type Regions = Readonly<Record<'' | 'r1?' | 'r2?', number>>;

const vowel = letters('aeiou');
const verbs: Endings<'' | 'r1?' | 'r2?' | 'keep?'> = endings([
	[
		'',
		`le la tzaile aldatu atu tzailea taile tailea pera gale galea gura kura kor korra or orra tun tuna gaitz gaitza
		kaitz kaitza ezin ezina tezin tezina errez erreza karri karria tzaga tzaka tzake tzeke ez eza tzez keta eta etan
		pen pena tze atze kuntza kunde kundea kune kunea kuna kera era kizun kizuna dura tura men mena go ago tio taldi
		taldia aldi aldia gune gunea bide bidea pide pidea gai gaia ki kin rekin kina kari karia ari tari etari gailu
		gailua kide kidea ide idea du ka kan an ean tu lari tatu rean tarazi arazi tzat bera dako`,
	],
	['r2?', 'garri garria tza'],
	['keep?', 'atseden arabera baditu'],
]);
const nouns: Endings<'' | 'r1?' | 'r2?' | 'jok' | 'tra' | 'minutu' | 'keep?'> = endings([
	[
		'',
		`ari aria bizia kari karia lari laria tari taria zain zaina tzain tzaina zale zalea tzale tzalea aizun orde ordea
		burua ohi ohia kintza gintzo gintzu tzu tzua tzo tzoa kuntza talde taldea eria keria teria di za ada tara etara
		tra ta tegi tegia keta z zko zkoa ti tia tsu tsua zu zua bera pera zto ztoa asi asia gile gilea estu estua larri
		larria nahi nahia koi koia oi oia goi min mina dun duna duru durua duri duria os osa oso osoa ar ara tar dar dara
		tiar tiara liar liara gabe gabea kabe kabea ga ge kada tasun tasuna asun asuna go mendu mendua mentu mentua mendi
		mendia zio zioa zino zinoa zione zionea ezia degi degia egi egia toki tokia leku lekua gintza alde aldea kalde
		kaldea gune gunea une unea una pe pea gibel gibela ondo ondoa arte artea aurre aurrea etxe etxea ola ontzi ontzia
		gela denda taldi taldia aldi aldia te tea zaro zaroa taro taroa oro oroa aro aroa ero eroa eroz eroza ka kan kana
		tako etako takoa kote kotea tzar tzarra handi handia kondo kondoa skila no noa \u00f1o \u00f1oa ska xka zka tila to
		toa tto ttoa txo txoa txu txua anda anga urren urrena gai gaia gei geia eme emea kume kumea sa ko eko koa ena enea
		ne nea kor korra ez eza eta etan ki kia kin kina tu tua du dua ek tarik tariko tan ordu ordua oste ostea tzara ra
		antza behar ro giro ak zp ket kail kaila ail kirri kirria ngo ngoa \u00f1i sko sta koitz koitza na garren garrena
		kera gerren gerrena garna kide tz tuko`,
	],
	['r2?', 'ora garri garria or buru ren tza'],
	['jok', 'joka'],
	['r1?', 'tzen ten en tatu'],
	['tra', 'trako'],
	['minutu', 'minutuko'],
	['keep?', 'zehar geldi igaro aurka'],
]);
const adjectives = endings([
	['', 'era ero go tate tade date dade keria ki to ro la gi larik lanik ik ztik rik'],
	['z', 'zlea'],
]);
