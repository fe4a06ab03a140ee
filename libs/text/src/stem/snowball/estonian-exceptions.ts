import {listed} from '../endings.ts';

/** Forms of irregular verbs of Estonian and the stem of each. */
export const estonianExceptions: ReadonlyMap<string, string> = new Map(
	Object.entries({
		joo: `joon jood joob joote joome joovad j\u00f5in j\u00f5id j\u00f5i j\u00f5ime j\u00f5ite joomata
			juuakse joodakse juua jooma`,
		saa: `saan saad saab saate saame saavad saaksin saaksid saaks saaksite saaksime sain said sai saite
			saime saamata saadakse saadi saama saada`,
		viima: `viin viid viib viite viime viivad viiksin viiksid viiks viiksite viiksime viisin viisite
			viisime viimata viiakse viidi viima viia`,
		keesi: `keen keeb keed kees keeme keete keevad keeksin keeks keeksid keeksime keeksite keemata keema
			keeta keedakse`,
		'l\u00f6\u00f6': `l\u00f6\u00f6n l\u00f6\u00f6d l\u00f6\u00f6b l\u00f6\u00f6me l\u00f6\u00f6te
			l\u00f6\u00f6vad l\u00f6\u00f6ksin l\u00f6\u00f6ksid l\u00f6\u00f6ks l\u00f6\u00f6ksime
			l\u00f6\u00f6ksite l\u00f6\u00f6mata l\u00fc\u00fcakse l\u00f6\u00f6dakse l\u00f6\u00f6di
			l\u00f6\u00f6ma l\u00fc\u00fca`,
		'l\u00f5i': `l\u00f5in l\u00f5id l\u00f5i l\u00f5ime l\u00f5ite`,
		loo: `loon lood loob loome loote loovad looksin looksid looks looksime looksite loomata luuakse loodi
			luua looma`,
		'k\u00e4isi': `k\u00e4in k\u00e4ib k\u00e4id k\u00e4is k\u00e4ime k\u00e4ite k\u00e4ivad k\u00e4iksin
			k\u00e4iks k\u00e4iksid k\u00e4iksime k\u00e4iksite k\u00e4imata k\u00e4iakse k\u00e4idi k\u00e4ia
			k\u00e4ima`,
		's\u00f6\u00f6': `s\u00f6\u00f6n s\u00f6\u00f6b s\u00f6\u00f6d s\u00f6\u00f6me s\u00f6\u00f6te
			s\u00f6\u00f6vad s\u00f6\u00f6ksin s\u00f6\u00f6ks s\u00f6\u00f6ksid s\u00f6\u00f6ksime
			s\u00f6\u00f6ksite s\u00f5in s\u00f5i s\u00f5id s\u00f5ime s\u00f5ite s\u00f6\u00f6mata
			s\u00fc\u00fcakse s\u00f6\u00f6dakse s\u00f6\u00f6di s\u00f6\u00f6ma s\u00fc\u00fca`,
		too: `toon tood toob toote toome toovad tooksin tooksid tooks tooksite tooksime t\u00f5in t\u00f5id
			t\u00f5i t\u00f5ime t\u00f5ite toomata tuuakse toodi tooma tuua`,
		'v\u00f5isi': `v\u00f5in v\u00f5id v\u00f5ib v\u00f5ime v\u00f5is v\u00f5ite v\u00f5ivad v\u00f5iksin
			v\u00f5iksid v\u00f5iks v\u00f5iksime v\u00f5iksite v\u00f5imata v\u00f5idakse v\u00f5idi v\u00f5ida
			v\u00f5ima`,
		'j\u00e4\u00e4ma': `j\u00e4\u00e4n j\u00e4\u00e4d j\u00e4\u00e4b j\u00e4\u00e4me j\u00e4\u00e4te
			j\u00e4\u00e4vad j\u00e4\u00e4ksin j\u00e4\u00e4ksid j\u00e4\u00e4ks j\u00e4\u00e4ksime
			j\u00e4\u00e4ksite j\u00e4ime j\u00e4ite j\u00e4in j\u00e4id j\u00e4i j\u00e4\u00e4mata
			j\u00e4\u00e4dakse j\u00e4\u00e4da j\u00e4\u00e4ma j\u00e4\u00e4di`,
		'm\u00fc\u00fcsi': `m\u00fc\u00fcn m\u00fc\u00fcd m\u00fc\u00fcb m\u00fc\u00fcs m\u00fc\u00fcme
			m\u00fc\u00fcte m\u00fc\u00fcvad m\u00fc\u00fcksin m\u00fc\u00fcksid m\u00fc\u00fcks
			m\u00fc\u00fcksime m\u00fc\u00fcksite m\u00fc\u00fcmata m\u00fc\u00fcakse m\u00fc\u00fcdi
			m\u00fc\u00fca m\u00fc\u00fcma`,
		luge: `loeb loen loed loeme loete loevad loeks loeksin loeksid loeksime loeksite`,
		'p\u00f5de': `p\u00f5en p\u00f5eb p\u00f5ed p\u00f5eme p\u00f5ete p\u00f5evad p\u00f5eksin p\u00f5eks
			p\u00f5eksid p\u00f5eksime p\u00f5eksite`,
		ladu: `laon laob laod laome laote laovad laoksin laoks laoksid laoksime laoksite`,
		tegi: `teeksin teeks teeksid teeksime teeksite teen teeb teed teeme teete teevad tegemata tehakse tehti
			tegema teha`,
		'n\u00e4gi': `n\u00e4en n\u00e4eb n\u00e4ed n\u00e4eme n\u00e4ete n\u00e4evad n\u00e4eksin n\u00e4eks
			n\u00e4eksid n\u00e4eksime n\u00e4eksite n\u00e4gemata n\u00e4hakse n\u00e4hti n\u00e4ha n\u00e4gema`,
	}).flatMap(([stem, forms]) => listed(forms).map((form): [string, string] => [form, stem])),
);
