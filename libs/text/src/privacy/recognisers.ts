import {address} from './address.ts';
import {card} from './card.ts';
import {email} from './email.ts';
import {iban} from './iban.ts';
import {brCpf} from './ids/br-cpf.ts';
import {caSin} from './ids/ca-sin.ts';
import {deSteuerId} from './ids/de-steuer-id.ts';
import {esDni} from './ids/es-dni.ts';
import {frNir} from './ids/fr-nir.ts';
import {inAadhaar} from './ids/in-aadhaar.ts';
import {itCodiceFiscale} from './ids/it-codice-fiscale.ts';
import {nlBsn} from './ids/nl-bsn.ts';
import {plPesel} from './ids/pl-pesel.ts';
import {sePersonnummer} from './ids/se-personnummer.ts';
import {ukNhs} from './ids/uk-nhs.ts';
import {ukNino} from './ids/uk-nino.ts';
import {usSsn} from './ids/us-ssn.ts';
import {ipv4, ipv6} from './ip-address.ts';
import {name} from './name.ts';
import {obfuscatedEmail} from './obfuscated-email.ts';
import {phone} from './phone.ts';
import type {Recogniser} from './recogniser.ts';
import {assignedSecret} from './secrets/assigned-secret.ts';
import {jsonWebToken} from './secrets/json-web-token.ts';
import {privateKey} from './secrets/private-key.ts';
import {vendorToken} from './secrets/vendor-token.ts';
import {urlCredentials} from './url-credentials.ts';

/** All recognisers, in order of precedence: where finds overlap, that of the one named first stands. */
export const recognisers: readonly Recogniser[] = [
	privateKey,
	vendorToken,
	jsonWebToken,
	urlCredentials,
	assignedSecret,
	email,
	obfuscatedEmail,
	iban,
	card,
	usSsn,
	ukNino,
	ukNhs,
	deSteuerId,
	frNir,
	esDni,
	itCodiceFiscale,
	nlBsn,
	plPesel,
	sePersonnummer,
	brCpf,
	inAadhaar,
	caSin,
	ipv4,
	ipv6,
	phone,
	address,
	name,
];
