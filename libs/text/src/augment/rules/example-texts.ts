/** Texts for the tests of augmenters by rules. */
export const exampleTexts: readonly string[] = [
	'My card was declined at the supermarket yesterday, although I have money.',
	'Please transfer Zqxaav to the account of Zqxabv before Friday  (it is urgent)!',
	"I do not know why. They received the payment, but it isn't there.",
];

/** What lies between words, and where words are. */
export const bare = (text: string): string => text.replace(/[\p{L}\p{N}'\u2019-]+/gu, 'w');
