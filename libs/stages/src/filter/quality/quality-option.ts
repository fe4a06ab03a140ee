import {z} from 'zod';

/** The toolkit whose rules a filter has, by name and version. */
export const datatrove = z
	.enum(['datatrove-0.10'])
	.default('datatrove-0.10')
	.describe('the toolkit and version whose rules these are');

/** As `datatrove`, for dolma. */
export const dolmaDialect = z
	.enum(['dolma-1.2.1'])
	.default('dolma-1.2.1')
	.describe('the toolkit and version whose rules these are');

/** As `datatrove`, for Data-Juicer. */
export const dataJuicerDialect = z
	.enum(['data-juicer-1.4.3'])
	.default('data-juicer-1.4.3')
	.describe('the toolkit and version whose rules these are');

/** A bound of a rule; null switches the rule off. */
export const bound = (value: number | null, meaning: string) =>
	z.number().nullable().default(value).describe(`${meaning}; null switches the rule off`);

/** A share of something, null where there is nothing to share. */
export const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** The stop words of the Gopher paper, as they are written. */
export const gopherStopWords: readonly string[] = ['the', 'be', 'to', 'of', 'and', 'that', 'have', 'with'];
