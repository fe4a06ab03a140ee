import {transformersInstall, transformersVersions, type LibraryVersions} from '@millrace/backends';
import type {Check} from './doctor.ts';

/** Checks transformers.js, which neural translation, paraphrase and substitution need. */
export function transformersCheck(
	{transformers, onnxruntime}: LibraryVersions = transformersVersions(),
): Check {
	const ok = transformers !== 'absent';
	return {
		name: 'transformers.js',
		ok,
		required: false,
		found: ok
			? `${transformers} with ONNX Runtime ${onnxruntime}`
			: 'none, which augmentation by neural models needs',
		...(ok ? {} : {mend: transformersInstall}),
	};
}
