/** The models of the tests, which `tools/models` makes. */
export const tinyModels = {
	enEs: new URL('../../fixtures/models/tiny-marian-en-es/', import.meta.url),
	esEn: new URL('../../fixtures/models/tiny-marian-es-en/', import.meta.url),
	enEo: new URL('../../fixtures/models/tiny-marian-en-eo/', import.meta.url),
	eoEn: new URL('../../fixtures/models/tiny-marian-eo-en/', import.meta.url),
	paraphrase: new URL('../../fixtures/models/tiny-t5-paraphrase/', import.meta.url),
	embed: new URL('../../fixtures/models/tiny-bert-embed/', import.meta.url),
	masked: new URL('../../fixtures/models/tiny-bert-mask/', import.meta.url),
};
