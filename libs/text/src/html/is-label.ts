/** Whether a line of a page is a mere label, such as stands on a button, over a box or beside a name: short, and no sentence. */
export const isLabel = (text: string): boolean => text.length < 50 && !/[.!?。！？…"”»)]$/u.test(text);
