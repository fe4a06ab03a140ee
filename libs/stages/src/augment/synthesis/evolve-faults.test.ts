import test from 'ava';
import {instructionFault, responseFault} from './evolve-faults.ts';

const instructions = [
	['How do I add big numbers?', undefined],
	['Add now', 'too-short'],
	['add two numbers', 'unchanged'],
	['The given prompt: add big numbers', 'prompt-copied'],
] as const;

for (const [instruction, fault] of instructions)
	test(`${instruction} is ${fault ?? 'good'}`, (t) =>
		t.is(instructionFault(instruction, 'Add two numbers.'), fault));

test('an instruction about prompts may name them', (t) => {
	t.is(instructionFault('Shorten the given prompt to ten words', 'Shorten a prompt'), undefined);
});

const responses = [
	['Add them column by column.', undefined],
	['I am sorry, I cannot.', 'apology'],
	[`I am sorry to be long: ${'column '.repeat(80)}`, undefined],
	['It is what it is!', 'says-nothing'],
	['...', 'says-nothing'],
] as const;

for (const [response, fault] of responses)
	test(`the response ${response.slice(0, 30)} is ${fault ?? 'good'}`, (t) =>
		t.is(responseFault(response), fault));
