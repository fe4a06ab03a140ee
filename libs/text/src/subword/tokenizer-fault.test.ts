import test from 'ava';
import {tokenizerFault} from './tokenizer-fault.ts';

const cases = [
	{found: 'nothing', bytes: '', fault: /empty file/},
	{found: 'a Git LFS pointer', bytes: 'version https://git-lfs.github.com/spec/v1\n', fault: /git lfs pull/},
	{found: 'GGUF', bytes: 'GGUF\x03\0\0\0', fault: /GGUF weights/},
	{found: 'gzip', bytes: '\x1f\x8b\x08', fault: /decompress/},
	{found: 'safetensors', bytes: '\x40\0\0\0\0\0\0\0{"a":1}', fault: /safetensors/},
	{found: 'merges.txt', bytes: '#version: 0.2\nh e\n', fault: /merges\.txt.*AutoTokenizer/},
	{found: 'tiktoken', bytes: 'IQ== 0\nIg== 1\n', fault: /tiktoken.*AutoTokenizer/},
	{
		found: 'sentencepiece',
		bytes: '\n\x0e\n\x05<unk>\x15\0\0\0\0\x18\x02\n\x0a\n\x03<s>',
		fault: /sentencepiece/,
	},
	{found: 'a cut file', bytes: '{"version": "1.0", "mod', fault: /broken JSON .* cut short/},
	{found: 'text', bytes: 'hello', fault: /not JSON/},
	{found: 'config.json', bytes: '{"model_type": "llama"}', fault: /config\.json of a model/},
	{found: 'tokenizer_config.json', bytes: '{"tokenizer_class": "X"}', fault: /tokenizer_config\.json/},
	{found: 'vocab.json', bytes: '{"a": 0, "b": 1}', fault: /vocab\.json/},
	{found: 'a list', bytes: '[]', fault: /without a "model"/},
	{found: 'another model', bytes: '{"model": {"type": "CTC"}}', fault: /type "CTC"; known are BPE/},
];

for (const {found, bytes, fault} of cases)
	test(`names ${found}`, (t) => {
		t.regex(tokenizerFault(Buffer.from(bytes, 'latin1')) ?? '', fault);
	});

test('finds no fault with a tokenizer.json, also without a type', (t) => {
	t.is(tokenizerFault(Buffer.from('{"model": {"type": "BPE"}}')), undefined);
	t.is(tokenizerFault(Buffer.from('{"model": {"vocab": {}}}')), undefined);
});
