const digits = (version: number): string => `v${String(version).padStart(6, '0')}`;

/** The object that holds the page of a version's report. */
export const reportPage = (version: number): string => `reports/${digits(version)}.html`;

/** The object that holds the figures of a version's report. */
export const reportFigures = (version: number): string => `reports/${digits(version)}.json`;

/** The object that holds a probe that was trained for a version's report. */
export const probeObject = (version: number, name: string): string =>
	`probes/${digits(version)}/${name}.json`;
