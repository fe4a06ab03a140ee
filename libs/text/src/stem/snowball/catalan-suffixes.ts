import {endings} from '../endings.ts';

/** The derivational suffixes of Catalan. Those of `r2?` may go from the second region, those that become `log` or `ic` too. */
export const catalanSuffixes = endings([
	[
		'',
		`ar atge formes icte ictes ell ells ella \u00e9s \u00e8s esc essa et ets eta eres eries ers ina ines
		able ls i\u00f3 itat itats itzar iva ives ivisme ius fer ment amen ament aments ments ot sfera al als
		era ana iste aire eria esa eses esos or \u00edcia \u00edcies icis ici \u00edci \u00edcis \u00e0ria
		\u00e0ries alla ci\u00f3 cions n\u00e7a nces \u00f3 dor all il \u00edstic enc enca \u00eds issa issos
		\u00edssem \u00edssiu issem isseu \u00edsseu \u00f3s osa dora dores dors adura ble bles \u00edvol
		\u00edvola d\u00eds egar ejar ificar itar ables adors idores idors adora aci\u00f3 doras dur dures
		alleng\u00fces ant ants ancia ancies at\u00f2ria at\u00f2ries tori toris ats ions ota isam ors ora ores
		isament bilitat bilitats ivitat ivitats ari aris ionisme ionista ionistes ialista ialistes ialisme
		ialismes ud uts uds encia encies \u00e8ncia \u00e8ncies \u00eftat \u00eftats atiu atius atives ativa
		ativitat ativitats ible ibles assa asses assos ent ents \u00edssim \u00edssima \u00edssims \u00edssimes
		\u00ecssem \u00ecsseu \u00ecssin ims ima imes isme ista ismes istes inia inies \u00edinia \u00ednies ita
		ites triu trius oses osos ient otes ots`,
	],
	['r2?', 'acions ada ades'],
	['log', `log\u00eda log\u00edes logia logies logi logis l\u00f3gica l\u00f3gics l\u00f3giques`],
	['ic', 'ic ica ics iques'],
	['c', 'qu\u00edssim qu\u00edssims qu\u00edssimes qu\u00edssima'],
]);
