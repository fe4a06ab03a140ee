/** The source of a pattern, with the flag `u`, that a text alone fits. */
export const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
