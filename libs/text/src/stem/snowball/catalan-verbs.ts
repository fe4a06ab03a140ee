import {endings} from '../endings.ts';

/** The verb endings of Catalan. Those of `r2?` may go from the second region, those that become `log` or `ic` too. */
export const catalanVerbs = endings([
	[
		'',
		`ador adora adors adores re ie ent ents udes ar\u00e0 eren ar\u00e1 ar\u00edan ar\u00edas ar\u00e1n
		ar\u00e1s ar\u00edais aria arian arien aries ar\u00e0s ar\u00eda ar\u00e9is ar\u00edamos aremos ara
		ar\u00e9 ar\u00e9s er\u00edan er\u00edas er\u00e1n er\u00e1s er\u00edais er\u00eda er\u00e9is
		er\u00edamos eremos er\u00e1 er\u00e9 er erau erass ir\u00edan ir\u00edas ir\u00e1n ir\u00e1s
		ir\u00edais ir\u00eda ir\u00e9is ir\u00edamos iremos ir\u00e1 ir\u00e9 \u00edrem \u00edreu \u00edeu ia
		ies \u00edem \u00eceu ien at ut uda ava aves avem \u00e1vem \u00e0vem \u00e0veu \u00e1veu aven au ats
		asseu esseu eresseu \u00e0sseu \u00e0ssem \u00e0ssim \u00e0ssiu essen esses assen asses assim assiu
		\u00e9ssen \u00e9sseu \u00e9ssim \u00e9ssiu \u00e9ssem \u00ed ares \u00e0rem \u00e0reu \u00e0ren
		ar\u00edem ar\u00edeu areu aren ant \u00efm \u00efu \u00e9s \u00efen en es em am ams \u00efa \u00efes
		dre eix eixer tzar eixes ides \u00efdes it \u00eft \u00efda aba ada ades ida \u00eda iera ad ed its id
		ids ase iese aste iste an aban \u00edan aran ieran asen iesen aron ieron ado ido iendo i\u00f3 ar ir as
		ieu ii io i\u00e0 ess essin essis ass assin assis essim \u00e8ssim \u00e8ssiu abas adas idas \u00edas
		aras ieras ases ieses \u00eds \u00e1is abais \u00edais arais ierais aseis ieseis asteis isteis ados idos
		amos \u00e1bamos \u00edamos imos ques \u00e1ramos i\u00e9ramos i\u00e9semos \u00e1semos ira iran irem
		iren ires ireu iria irien iries ir\u00e0 ir\u00e0s ir\u00e8 ir\u00ecem ir\u00eceu isquen iguem igueu
		esqui esquin esquis eixi eixin eixis eixen eixo isin isis esques sis sin int ir\u00edem ir\u00edeu isc
		atges esca esquen issen isses issin issis isca issiu issim \u00efsc \u00efsca \u00efssin \u00edssiu
		\u00edssim \u00efssis \u00efguem \u00efgueu \u00efra \u00efren \u00efres \u00efsquen \u00efsques
		\u00efssen \u00efsses \u00efxo \u00efxen \u00efxes \u00efx ixo ixen ixes ix ixa inin inis ini ineu itza
		itzi itzeu itzis itzo itz itz\u00e0 arem in \u00e0s i\u00ef i\u00efn i\u00efs`,
	],
	['r2?', 'ando'],
]);
