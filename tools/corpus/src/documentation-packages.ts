/** Packages of Debian 12 that hold documentation under free licences, in the order in which they are taken. */
export const documentationPackages = [
	'linux-doc-6.1',
	'python3.11-doc',
	'postgresql-doc-15',
	'python-django-doc',
	'python-sqlalchemy-doc',
	'apache2-doc',
	'git-doc',
	'debian-policy',
	'sqlite3-doc',
	'erlang-doc',
	'rust-doc',
] as const;
