/** The fields of a JSON object; none of anything else. */
export const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
	new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []);
