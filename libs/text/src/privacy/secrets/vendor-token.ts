import type {Recogniser} from '../recogniser.ts';

/** Tokens whose makers gave them a form of their own. Source: what each maker documents of its prefixes. */
export const vendorToken: Recogniser = {
	name: 'vendor-token',
	type: 'secret',
	finds:
		'keys and tokens of AWS, GitHub, GitLab, Slack, Stripe, Google, OpenAI, Anthropic, Hugging Face, npm, PyPI, SendGrid, DigitalOcean, Telegram, Shopify, Square, Twilio and Discord',
	checks: 'the prefix, the alphabet and the length',
	needs: 'letters',
	*find({text}) {
		for (const {0: whole, index} of text.matchAll(PATTERN)) yield {start: index, end: index + whole.length};
	},
};

/** What follows a border; each alternative begins with fixed letters. */
const forms = [
	'(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}',
	'gh[pousr]_[A-Za-z0-9]{36,255}',
	'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}',
	'gl(?:pat|rt|dt|ptt|ft|soat|cbt)-[A-Za-z0-9_-]{20,255}',
	'xox[abeoprs]-[A-Za-z0-9-]{10,255}',
	'xapp-\\d-[A-Za-z0-9-]{10,255}',
	'(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,255}',
	'whsec_[A-Za-z0-9]{24,64}',
	'AIza[A-Za-z0-9_-]{35}',
	'ya29\\.[A-Za-z0-9_-]{20,255}',
	'GOCSPX-[A-Za-z0-9_-]{28}',
	'sk-(?=[A-Za-z0-9_-]{0,255}\\d)[A-Za-z0-9_-]{20,255}',
	'hf_[A-Za-z0-9]{34}',
	'npm_[A-Za-z0-9]{36}',
	'pypi-[A-Za-z0-9_-]{50,255}',
	'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}',
	'do[opr]_v1_[a-f0-9]{64}',
	'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}',
	'sq0(?:atp|csp)-[A-Za-z0-9_-]{22,43}',
	'SK[a-f0-9]{32}',
	'\\d{8,10}:AA[A-Za-z0-9_-]{33}',
	'https://(?:\\w{1,20}\\.)?discord(?:app)?\\.com/api/webhooks/\\d{17,20}/[A-Za-z0-9_-]{60,80}',
	'https://hooks\\.slack\\.com/services/T[A-Za-z0-9_]{6,20}/B[A-Za-z0-9_]{6,20}/[A-Za-z0-9_]{16,40}',
];
const PATTERN = new RegExp(`(?<![A-Za-z0-9_-])(?:${forms.join('|')})(?![A-Za-z0-9_])`, 'g');
