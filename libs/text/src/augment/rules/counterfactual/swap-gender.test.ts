import test from 'ava';
import {wordSpans} from '../word-spans.ts';
import {swapGender} from './swap-gender.ts';

const swap = (text: string) => swapGender(text, wordSpans(text))?.map(({word}) => word);
const cases = [
	['her card', ['his']],
	['her', ['him']],
	['told her that', ['him']],
	['saw him', ['her']],
	['his is here', ['hers']],
	['his two cards', ['her']],
	['hers', ['his']],
	["HE'S here", ["SHE'S"]],
	["the husband's", ["wife's"]],
	['nobody', []],
	['gave her cash', undefined],
	['her beard', undefined],
] as const;

for (const [text, words] of cases) test(`swaps ${text}`, (t) => t.deepEqual(swap(text), words && [...words]));
