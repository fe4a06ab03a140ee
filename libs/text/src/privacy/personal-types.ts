/** The types of personal data. Which of two finds that overlap stands is decided by the order of `recognisers`. */
export const personalTypes = [
	'secret',
	'url-credentials',
	'email',
	'iban',
	'card',
	'national-id',
	'ip-address',
	'phone',
	'address',
	'name',
] as const;

export type PersonalType = (typeof personalTypes)[number];

/** What stands in the text instead of a find that is masked. */
export const masks: Readonly<Record<PersonalType, string>> = {
	secret: '[SECRET]',
	'url-credentials': '[CREDENTIALS]',
	email: '[EMAIL]',
	iban: '[IBAN]',
	card: '[CARD]',
	'national-id': '[NATIONAL_ID]',
	'ip-address': '[IP_ADDRESS]',
	phone: '[PHONE]',
	address: '[ADDRESS]',
	name: '[NAME]',
};
