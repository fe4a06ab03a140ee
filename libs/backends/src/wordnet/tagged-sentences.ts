/**
 * Sentences tagged by hand, written for this test: support messages, documentation, news. n noun, s plural, p
 * name, b base, z third person, d past, e participle, g -ing form of a verb, j adjective, r adverb, - all
 * else. Tags are as in treebanks: a participle in a compound tense is one, before a noun an adjective.
 */
export const taggedSentences = `
My/- card/n was/- declined/e at/- the/- supermarket/n yesterday/r ./-
I/- need/b a/- new/j card/n because/- the/- old/j one/- stopped/d working/g ./-
Please/- send/b me/- the/- latest/j statements/s ./-
The/- app/n crashes/z when/- I/- open/b the/- settings/s ./-
Can/- you/- check/b whether/- my/- transfer/n arrived/d ?/-
They/- charge/b high/j fees/s for/- foreign/j payments/s ./-
She/- reads/z the/- documents/s carefully/r before/- she/- signs/z them/- ./-
The/- function/n returns/z a/- list/n of/- matching/j names/s ./-
This/- option/n sets/z the/- maximum/j number/n of/- retries/s ./-
Users/s report/b that/- the/- new/j version/n runs/z faster/r ./-
We/- fixed/d a/- bug/n that/- caused/d wrong/j results/s ./-
The/- committee/n will/- meet/b again/r next/- week/n ./-
Prices/s rose/d sharply/r in/- the/- second/- quarter/n ./-
He/- has/- lived/e here/r since/- childhood/n ./-
A/- running/j process/n holds/z the/- lock/n ./-
The/- lock/n is/- held/e by/- another/- process/n ./-
Running/g the/- tests/s takes/z ten/- minutes/s ./-
To/- close/b an/- account/n ,/- visit/b any/- branch/n ./-
I/- have/- lost/e my/- purse/n and/- want/b to/- block/b all/- cards/s ./-
The/- lost/j purse/n contained/d two/- cards/s ./-
Someone/- used/d my/- phone/n to/- buy/b expensive/j shoes/s ./-
Why/- did/- the/- bank/n refuse/b my/- request/n ?/-
It/- seems/z that/- the/- payment/n failed/d twice/r ./-
The/- files/s are/- stored/e in/- a/- temporary/j folder/n ./-
He/- files/z his/- reports/s late/r ./-
The/- report/n shows/z strong/j growth/n ./-
Analysts/s expect/b further/j losses/s ./-
The/- driver/n slowly/r turned/d the/- wheel/n ./-
Her/- answer/n surprised/d the/- whole/j team/n ./-
They/- answer/b quickly/r ./-
Could/- you/- increase/b my/- limit/n ?/-
An/- increase/n in/- demand/n caused/d the/- shortage/n ./-
Customers/s demand/b better/j service/n ./-
The/- results/s were/- surprising/j ./-
We/- are/- planning/g a/- short/j trip/n ./-
The/- plan/n works/z well/r ./-
My/- work/n starts/z early/r ./-
The/- start/n was/- slow/j ./-
Start/b the/- server/n with/- this/- command/n ./-
The/- server/n crashed/d while/- it/- was/- processing/g large/j files/s ./-
You/- must/- change/b your/- password/n regularly/r ./-
The/- change/n affects/z older/j clients/s only/r ./-
Clean/j water/n is/- scarce/j ./-
Clean/b the/- cache/n first/r ./-
I/- still/r wait/b for/- a/- reply/n ./-
The/- long/j wait/n annoyed/d everyone/- ./-
`;
