import test from 'ava';
import {modePipeline} from './mode-pipeline.ts';

test('cuts a pipeline before a tagger with a hidden Markov model', (t) => {
	t.deepEqual(
		modePipeline("lt-proc -z 'a.bin' | attach | apertium-tagger -z -g $2 'a.prob' | rest -z 'b.bin'\n"),
		{
			analysis: "lt-proc -z 'a.bin' | attach",
			rest: "apertium-tagger -z -g $2 'a.prob' | rest -z 'b.bin'",
			model: 'a.prob',
			probe: "apertium-tagger -z -d -g 'a.prob' 2>&1",
		},
	);
});

for (const tagger of [
	"apertium-tagger -z -gx 'a.prob'",
	"apertium-tagger -z -xg 'a.prob'",
	"cg-proc 'a.rlx.bin'",
]) {
	test(`leaves a pipeline whole with ${tagger}`, (t) => {
		const pipeline = `lt-proc -z 'a.bin' | ${tagger} | rest`;
		t.deepEqual(modePipeline(pipeline), {analysis: '', rest: pipeline});
	});
}
