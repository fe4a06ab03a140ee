/** Given names that are no other word in the languages below, small; users bring more. */
export const givenNames: ReadonlySet<string> = words(`
	Aaron Abigail Adam Ahmed Aisha Alan Albert Alejandra Alejandro Alessandro Alexander Alexandra Alice Amelia Amina Amit
	Ana Andrea Andreas Andrew Andrzej Angela Anita Anja Anna Anne Anton Antonio Arjun Astrid Barbara Beatriz Benjamin
	Bernd Bj\u00f6rn Boris Brian Camille Carla Carlos Carmen Catherine C\u00e9line Charles Charlotte Chiara Chinedu Chlo\u00e9
	Christine Christoph Claire Claudia Cl\u00e9ment Cristina Daniel Daniela Darren David Deborah Deepak Dennis Diego Dieter
	Dmitri Dominik Edward Eduardo Elena Elizabeth Elke Emily Emma Enrique Erik Esther Eva Fabian Fatima Felipe Fernando
	Fiona Francesca Francesco Fran\u00e7ois Fran\u00e7oise Frank Freya Friedrich Gabriel Gareth George Giovanni Giulia
	Gonzalo Graham Greta Guillaume Gustavo Hannah Hans Harald Heather Heike Heinrich Helen Helena Helga Henrik Henry
	Ibrahim Ingrid Irina Isabel Isabella Ivan Jacob James Jan Jana Jane Janet Jason Javier Jean Jennifer Jens Jessica
	Joanna Jo\u00e3o Johan Johanna Johannes John Jonas Jonathan Jos\u00e9 Joseph Joshua Juan Julia Julien J\u00fcrgen
	Karen Karin Karl Katarzyna Katharina Katherine Kathleen Kenji Kevin Khadija Klaus Krzysztof Kwame Lars Laura Lea
	Lena Leonardo Linda Lisa Lorenzo Louise Lucas Lucia Luca Luis Lukas Maciej Magdalena Malgorzata Manfred Manuel
	Marco Margaret Maria Mar\u00eda Marie Mario Markus Marta Martin Mary Mateo Matteo Matthew Matthias Megan Mehmet
	Melissa Michael Michelle Miguel Mohamed Mohammed Monika Mustafa Nadia Natalia Natasha Nathan Nicholas Nicolas Nigel
	Nikolai Nina Nuria Oleksandr Olga Oliver Olivia Omar Pablo Pamela Patricia Patrick Paul Paula Paulo Pedro Peter
	Petra Philip Philippe Pierre Piotr Priya Rachel Rafael Rahul Rajesh Raquel Rebecca Renate Ricardo Richard Robert
	Roberto Roger Rosa Ruth Ryan Sabine Samantha Samuel Sandra Sanjay Sara Sarah Sebastian Sergei Sergio Simon Simone
	Sofia Sophie Stefan Stefanie Stephanie Stephen Steven Sunita Susan Susanne Sven Svetlana Tanja Teresa Theresa
	Thomas Timothy Tomasz Ulrich Ursula Uwe Valentina Valeria Vanessa Vikram Vincent Vladimir Wei Werner William
	Wojciech Wolfgang Xavier Yasmin Yuki Yusuf Zoe Zuzanna
`);

/** Frequent family names of the same languages. */
export const familyNames: ReadonlySet<string> = words(`
	Abdullah Adams Adeyemi Ahmed Ali Allen Almeida Alvarez Anderson Andersson Bailey Baker Bakker Barbosa Bauer Becker
	Bell Bennett Bernard Bianchi Blanco Bonnet Brown Campbell Carter Castillo Castro Chen Clark Collins Colombo Conti
	Cooper Costa Cox Cruz D\u00edaz Davies Davis Dubois Dupont Durand Edwards Eriksson Esposito Evans Fern\u00e1ndez Ferrari
	Ferreira Fischer Fontaine Foster Fournier Fuchs Garc\u00eda Garcia Gim\u00e9nez Girard Gomes G\u00f3mez Gonz\u00e1lez
	Gonzalez Green Gruber Gupta Guti\u00e9rrez Haddad Hall Hansen Harris Hartmann Hassan Hern\u00e1ndez Hill Hoffmann Huber
	Hughes Hussein Iyer Ivanov Ivanova Jackson Jankowski Jansen Jensen Jim\u00e9nez Johansson Johnson Jones Joshi Kaiser
	Kaminski Kaur Keller Kelly Khan Kim King Klein Koch Kowalski Kowalska Kr\u00fcger Kumar Lambert Lange Larsen Laurent
	Lee Lefebvre Lehmann Leroy Lewis Lewandowski Li Lopez L\u00f3pez Maier Marino Martin Mart\u00ednez Martinez Mayer
	Mehta Meyer Miller Mitchell Moore Morales Moreau Morel Moreno Morgan Morris M\u00fcller Mueller Murphy Murray Nair
	Nakamura Nelson Neumann Nguyen Nielsen Nowak Okafor Olsen Ortiz Osei Parker Patel Pereira P\u00e9rez Petersen Petit
	Petrov Phillips Pinto Popescu Ramirez Ramos Rao Reddy Reynolds Ribeiro Ricci Richardson Richter Rivera Roberts
	Robinson Rodrigues Rodr\u00edguez Romano Romero Rossi Rousseau Ruiz Russo S\u00e1nchez Santos Sato Schmid Schmidt
	Schmitt Schneider Schr\u00f6der Schulz Schwarz Scott Shah Sharma Silva Simon Singh Smirnov Smith Souza Stewart Suzuki
	Svensson Tanaka Taylor Thomas Thompson Torres Tran Turner Vargas V\u00e1zquez Vogel Wagner Walker Wang Ward Watson
	Weber Weiss White Williams Wilson Winkler Wi\u015bniewski Wojcik Wolf Wood Wright Yamamoto Y\u0131lmaz Zhang
	Zimmermann
`);

function words(list: string): ReadonlySet<string> {
	return new Set(list.trim().split(/\s+/));
}
