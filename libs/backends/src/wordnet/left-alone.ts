/**
 * Words that WordNet's synonyms do not fit: verbs and nouns that mean little without their company, words of
 * time, counting and degree, and words of software and banks that have become terms.
 */
export const leftAlone: ReadonlySet<string> = new Set(
	(
		'be have do get make take go come give put let keep set want need like know think say tell see look use ' +
		'run turn try work help mean seem become show ask leave call pay feel play hold bring happen start stop ' +
		'stand lie lay fall draw pass cut break charge post ' +
		'way thing time people person year day week month hour minute second today man woman child lot bit kind sort part place point ' +
		'case fact end side number name home life world hand line state second half back top bottom ' +
		'bank card account app phone mail email file code test type class function page site order server user key log ' +
		'same other such own able sure good new old first last next many much few more most less least well also just even ' +
		'still then now here there very too so only not never always again back out up down off on over about around away ' +
		'right left full free open public main default as long far high low hard fast late early about no well please ' +
		'god jesus sex race black white ' +
		'one ones someone someones nothing nada none wont die complaint step central terminal mobile delivery notification ' +
		'request mandate rate crash concern cardinal theft accountant swear little job sole sticky whale internet seller effect'
	).split(' '),
);

/** After a verb they make another verb of it: `look up`, `log in`. */
export const particles: ReadonlySet<string> = new Set(
	'up out off on in down over away back through about around along apart aside by for into to with after across against at upon'.split(
		' ',
	),
);
