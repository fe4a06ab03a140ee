import test from 'ava';
import {inflectVerb} from './inflect-verb.ts';

const verbs = `carry carries carried carried carrying|stop stops stopped stopped stopping|open opens opened opened opening
refer refers referred referred referring|send sends sent sent sending|agree agrees agreed agreed agreeing
die dies died died dying|fix fixes fixed fixed fixing|go goes went gone going|pay pays paid paid paying
quiz quizzes quizzed quizzed quizzing|see sees saw seen seeing|write writes wrote written writing|play plays played played playing
panic panics panicked panicked panicking|be is was been being|have has had had having|visit visits visited visited visiting
plan plans planned planned planning|rain rains rained rained raining|quit quits quit quit quitting|tie ties tied tied tying
watch watches watched watched watching|use uses used used using|veto vetoes vetoed vetoed vetoing|submit submits submitted submitted submitting
look_up looks_up looked_up looked_up looking_up|show shows showed shown showing|transfer transfers transferred transferred transferring
box boxes boxed boxed boxing|singe singes singed singed singeing|offer offers offered offered offering|re-send re-sends re-sent re-sent re-sending`;

for (const [base = '', ...forms] of verbs.split(/[|\n]/).map((entry) => entry.split(' '))) {
	test(`inflects the verb ${base}`, (t) => {
		const made = (['third', 'past', 'participle', 'gerund'] as const).map((form) => inflectVerb(base, form));
		t.deepEqual(made, forms);
	});
}
