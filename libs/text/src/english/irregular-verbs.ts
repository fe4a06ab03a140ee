/** Irregular verbs of English: base, past and participle, each as it is written most. */
export const irregularVerbs: ReadonlyMap<string, readonly [past: string, participle: string]> = new Map(
	`be was been|have had had|do did done|go went gone|arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten
become became become|begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten
bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast
build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen
cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug
draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden
forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
get got got|give gave given|grind ground ground|grow grew grown|hang hung hung|hear heard heard|hide hid hidden
hit hit hit|hold held held|hurt hurt hurt|input input input|keep kept kept|know knew known|lay laid laid|lead led led
leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant
meet met met|mislead misled misled|mistake mistook mistaken|misunderstand misunderstood misunderstood|offset offset offset
output output output|overcome overcame overcome|overdraw overdrew overdrawn|overhear overheard overheard
oversee oversaw overseen|override overrode overridden|overtake overtook overtaken|overthrow overthrew overthrown
overwrite overwrote overwritten|pay paid paid|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt
repay repaid repaid|reset reset reset|rethink rethought rethought|rewrite rewrote rewritten|ride rode ridden
ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent
set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk
shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken
spend spent spent|spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood
steal stole stolen|stick stuck stuck|sting stung stung|strike struck struck|string strung strung|strive strove striven
swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn
tell told told|think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood
undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn
weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld
withstand withstood withstood|wring wrung wrung|write wrote written`
		.split(/[|\n]/)
		.map((entry) => {
			const [base = '', past = '', participle = ''] = entry.split(' ');
			return [base, [past, participle]];
		}),
);

/** Verbs of several syllables that double their last letter, being stressed on the last. */
export const doublingVerbs: ReadonlySet<string> = new Set(
	(
		'abet abhor abut acquit admit allot annul appal begin commit compel concur confer control deter debug defer ' +
		'dispel emit enrol entrap equip excel expel extol forget format fulfil handicap impel incur infer instil kidnap occur ' +
		'offset omit outbid outwit patrol permit prefer program propel rebel recur refer regret remit repel reset ' +
		'submit transfer transmit transship unplug unzip upset worship'
	).split(' '),
);
