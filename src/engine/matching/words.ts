import { backgroundCount, type WordKind } from './common-words.ts'
import { placeOf } from './places.ts'

/** The same idea in Finnish, Swedish, English and their neighbours, folded. The first of each row names it. */
const equivalents: readonly string[] = [
  'city kaupunki kaupungin kaupunkin stad stads staden kaupungit',
  'municipality kunta kunnan kommun kommuns kommunen kommune municipality municipio comune gemeinde gemeente obshtina opcina obcina obec gmina',
  'rural-municipality maalaiskunta maalaiskunnan landskommun mlk',
  'university yliopisto yliopiston universitet universitets universitetet university universite universita universidad universidade universitat universitaet universiteit univerzita univerzitet uniwersytet universitatea ulikool universitate universitetas egyetem univ universitas',
  'college korkeakoulu korkeakoulun hogskola hogskolan hogskole hojskole hochschule college',
  'polytechnic ammattikorkeakoulu ammattikorkeakoulun yrkeshogskola yrkeshogskolan yrkeshogskolans amk uas polytechnic fachhochschule',
  'council liitto liiton forbund forbundet forbunds',
  'technical teknillinen teknillisen tekniska teknisk tekniske technical technological technische technischen technischer technisches technique tecnica tecnico politechnika polytechnique tehnikaulikool',
  'institute instituutti instituutin institut institutet institutets institute instituto istituto instytut institutul instituut inst',
  'research tutkimus tutkimuksen forskning forsknings forskningens research recherche ricerca investigacion forschung forschungs',
  'research-centre tutkimuskeskus tutkimuskeskuksen forskningscentral forskningscentralen forschungszentrum',
  'centre keskus keskuksen center centre centret centrum centrumet zentrum centro centar keskukset',
  'development kehitys kehityksen kehittamis utveckling utvecklings udvikling development entwicklung',
  'development-company kehitysyhtio kehittamisyhtio utvecklingsbolag',
  'foundation saatio saation stiftelse stiftelsen foundation fondation fondazione fundacion fundacja stiftung fonden saatiot sihtasutus',
  'society seura seuran sallskap sallskapet society societas samfundet',
  'association yhdistys yhdistyksen forening foreningen foreningens association associazione asociacion associacao',
  'federation liitot federation forbundsforeningen',
  'school koulu koulun skola skolan skole school ecole escuela scuola schule kool',
  'hospital sairaala sairaalan sjukhus sjukhuset hospital hospitalet hopital ospedale krankenhaus szpital',
  'university-hospital yliopistosairaala yliopistollinen universitetssjukhus universitetssjukhuset universitetshospital',
  'hospital-district sairaanhoitopiiri sairaanhoitopiirin sjukvardsdistrikt',
  'chamber-of-commerce kauppakamari kauppakamarin handelskammare handelskammaren handelskammer',
  'parish seurakunta seurakunnan forsamling forsamlingen',
  'parish-union seurakuntayhtyma kyrkosamfallighet',
  'village kyla kylan by',
  'entrepreneurs yrittajat yrittajien foretagare foretagarna',
  'museum museo museon museum museet museokeskus',
  'library kirjasto kirjaston bibliotek biblioteket library',
  'environment ymparisto ympariston miljo environment environmental',
  'environment-centre ymparistokeskus ymparistokeskuksen miljocentral miljocentralen',
  'agency virasto viraston ambetsverk verket agency',
  'ministry ministerio ministerion ministeriet ministry ministerium ministeriet',
  'region region regionen maakunta maakunnan',
  'training koulutus koulutuksen utbildning utbildnings education training',
  'vocational-college ammattiopisto ammattiopiston yrkesinstitut yrkesinstitutet',
  'adult-education aikuiskoulutuskeskus aikuiskoulutuskeskuksen vuxenutbildningscenter',
  'academy akademi akademin akatemia akatemian academy academie accademia academia akademie akademia',
  'science tiede tieteen vetenskap science sciences vetenskaps',
  'technology teknologia teknologian teknologi technology technologie tecnologia technologies',
  'economics economics economy ekonomi',
  'service palvelu palvelun palvelut service services tjanst tjanster',
  'department laitos laitoksen department departement dept',
  'faculty tiedekunta tiedekunnan fakultet fakulteten faculty faculte facultad fakultat',
  'company yhtio bolag yhtiot',
  'brothers veljekset veljesten broderna bros brothers brdr',
  'welfare hyvinvointi hyvinvoinnin valfard',
  'wellbeing-county hyvinvointialue hyvinvointialueen valfardsomrade valfardsomradet',
  'national kansallinen nationella national nationale nazionale nacional',
  'natural-resources luonnonvara luonnonvarain naturresurs naturresursinstitutet',
  'art taide taiteen konst',
  'arts taideyliopisto konstuniversitetet',
  'forest metsa metsan skog skogs forest',
  'health terveys terveyden halsa halso health',
  'consortium yhtyma yhtyman',
  'training-consortium koulutusyhtyma koulutusyhtyman utbildningskoncern koulutuskonserni',
  'group konserni koncern group gruppen',
  'airport lentoasema flygplats lufthavn airport',
  'port satama sataman hamn hamnen havn port harbour',
  'energy energia energian energi energy',
]

const publicBodies =
  /^@(?:city|municipality|university|polytechnic|council|college|hospital|ministry|consortium|training-consortium|agency|vocational-college|region|hospital-district)$/

/** Whether the word says that the name is a public body's: there is one of each in a place. */
export const isPublicBody = (key: string): boolean => publicBodies.test(key)

const directions: readonly string[] = [
  'north pohjois pohjoinen pohjoisen norra nord nordre northern north nord norr',
  'south etela etelainen etelan sodra syd south southern sud',
  'east ita itainen idan ostra ost east eastern oster',
  'west lansi lantinen lannen vastra vest west western vaster',
  'central keski keskinen mellersta midt central',
  'southeast kaakkois kaakon sydostra sydost southeast southeastern',
  'southwest lounais lounainen sydvastra sydvast southwest southwestern',
  'northeast koillis koillinen nordostra nordost northeast northeastern',
  'northwest luoteis luoteinen nordvastra nordvest northwest northwestern',
  'upper yla ylinen ovre upper',
  'lower ala alinen nedre lower',
  'proper varsinais egentliga',
  'kanta kanta',
  'paijat paijat paijanne',
  'inner sisa inre inner',
  'outer ulko yttre outer',
]

const links = new Set(
  `ja och og and und et the of for fur fuer de del della dell delle di da do dos das des du der die den det la le les el los las
  in im at av af van von voor pour per para en ett on sekä seka eli vid till from with na`.split(/\s+/),
)
const romans = /^(?:ii|iii|iv|vi|vii|viii|ix|xi|xii|xiii|xiv|xv)$/

const concepts = new Map<string, { key: string; kind: WordKind }>()
for (const [rows, kind] of [
  [directions, 'direction'],
  [equivalents, 'word'],
] as const) {
  for (const row of rows) {
    const [key, ...forms] = row.split(' ')
    for (const form of [key!, ...forms]) if (!concepts.has(form)) concepts.set(form, { key: `@${key}`, kind })
  }
}

/** Phrases that mean one thing, written as the folded words that say so in each language. */
const phrases: readonly (readonly [string, string])[] = [
  ['university of applied sciences', 'ammattikorkeakoulu'],
  ['universities of applied sciences', 'ammattikorkeakoulu'],
  ['university of technology', 'teknillinen yliopisto'],
  ['tekniska universitet', 'teknillinen yliopisto'],
  ['university hospital', 'yliopistosairaala'],
  ['yliopistollinen sairaala', 'yliopistosairaala'],
  ['yliopistollisen sairaalan', 'yliopistosairaala'],
  ['regional council', 'liitto'],
  ['chamber of commerce', 'kauppakamari'],
  ['hospital district', 'sairaanhoitopiiri'],
  ['elinkeino liikenne ja ymparistokeskus', 'ely keskus'],
  ['narings trafik och miljocentralen', 'ely keskus'],
  ['centre for economic development transport and the environment', 'ely keskus'],
  ['tyo ja elinkeinokeskus', 'te keskus'],
  ['tyo ja elinkeinotoimisto', 'te toimisto'],
  ['southwest finland', 'varsinais suomi'],
  ['st petersburg', 'stpetersburg'],
]
const byFirst = new Map<string, { from: readonly string[]; to: readonly string[] }[]>()
for (const [from, to] of phrases) {
  const words = from.split(' ')
  byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), { from: words, to: to.split(' ') }])
}

/** Rewrites the known phrases of several words. */
export function joinPhrases(words: readonly string[]): readonly string[] {
  if (!words.some((word) => byFirst.has(word))) return words
  const out: string[] = []
  for (let i = 0; i < words.length; i++) {
    const phrase = byFirst.get(words[i]!)?.find(({ from }) => from.every((word, k) => words[i + k] === word))
    if (phrase) {
      out.push(...phrase.to)
      i += phrase.from.length - 1
    } else out.push(words[i]!)
  }
  return out
}

/** The folded word without the endings a name's words most often carry; two forms of one word mostly meet here. */
export function stem(word: string): string {
  if (word.length < 5) return word
  if (word.endsWith('ksen')) return `${word.slice(0, -4)}s`
  if (word.endsWith('uden') || word.endsWith('yden')) return `${word.slice(0, -3)}s`
  if (word.endsWith('sen') && word.length > 5) return `${word.slice(0, -3)}nen`
  if (word.length > 6 && word.endsWith('etet')) return word.slice(0, -2)
  if (/[aeiouy]n$/.test(word) && !word.endsWith('nen')) return word.slice(0, -1)
  if (word.length > 5 && /[aeiouy]t$/.test(word) && !/et$/.test(word)) return word.slice(0, -1)
  if (/[bdegklmnprtwy]s$/.test(word)) return stem(word.slice(0, -1))
  return word
}

/** `background`: in how many of 20 000 imagined names it occurs. */
export type Word = { text: string; key: string; kind: WordKind; background: number }

const known = new Map<string, Word>()

/** What a folded word means: the key two words of one meaning share, whatever their language or case. */
export function readWord(text: string): Word {
  const seen = known.get(text)
  if (seen) return seen
  const { key, kind } = read(text)
  const word = { text, key, kind, background: backgroundCount(key, text, kind) }
  if (known.size > 400_000) known.clear()
  known.set(text, word)
  return word
}

function read(text: string): { key: string; kind: WordKind } {
  if (/\p{N}/u.test(text)) return { key: text.replace(/^0+(?=\d)/, ''), kind: 'number' }
  if (romans.test(text)) return { key: text, kind: 'number' }
  const concept = concepts.get(text)
  if (concept) return { key: concept.key, kind: concept.kind }
  if (links.has(text)) return { key: text, kind: 'link' }
  const place = placeOf(text)
  if (place) return { key: `=${place}`, kind: 'place' }
  return { key: stem(text), kind: 'word' }
}
