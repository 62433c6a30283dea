import type { CoverWords } from './words.ts'
import { grouped } from './writing.ts'

const of = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`

const count: CoverWords['count'] = (n, counted) => {
  const [one, many] = {
    partners: ['partner', 'partner'],
    regions: ['landskap', 'landskap'],
    countries: ['land', 'länder'],
  }[counted] as [string, string]
  return of(n, one, many)
}

export const swedish: CoverWords = {
  money: (cents) => `${grouped(cents, '\u00a0', ',')}\u00a0euro`,
  count,
  asks: {
    anybody: 'vem som helst',
    own: 'eget krav',
    role: 'roll',
    competence: 'kompetens',
    facility: 'testmiljö eller lokaler',
    'organisation-kind': 'typ av organisation',
    region: 'landskap',
    country: 'land',
    language: 'språk',
    size: 'företagets storlek',
    industry: 'näringsgren',
  },
  roles: {
    coordinator: 'koordinator',
    developer: 'utvecklare',
    researcher: 'forskare',
    tester: 'testare',
    'end-user': 'slutanvändare',
    buyer: 'upphandlare',
    trainer: 'utbildare',
    disseminator: 'spridare av resultat',
    funder: 'finansiär',
    authority: 'myndighet',
  },
  enough: {
    shown: 'endast belägg godtas',
    either: 'belägg eller egen uppgift godtas',
    both: 'både belägg och egen uppgift krävs',
  },
  facts: {
    project: 'projekt',
    register: 'registeruppgift',
    judgement: 'koordinatorns bedömning',
    place: 'plats',
    facility: 'lokaler i profilen',
    commitment: 'tidigare åtagande',
    statement: 'egen uppgift',
  },
  states: {
    met: ({ have, counted }) => `uppfyllt: ${count(have, counted)}`,
    stated: 'endast uppgivet',
    partly: ({ have, need }) => `${have} av ${need}`,
    missing: 'saknas',
  },
  cells: { shown: 'visas av ett projekt eller register', stated: 'partnerns egen uppgift', no: 'nej' },
  summary: (met, all, stated, missing, must) =>
    [
      `${met} av ${all} krav är uppfyllda.`,
      stated > 0 &&
        `${stated === 1 ? 'Ett av dem är uppfyllt' : `${stated} av dem är uppfyllda`} endast enligt partnernas egna uppgifter.`,
      missing > 0 && `${missing === 1 ? 'Ett' : missing} saknas.`,
      must === 1 && 'Av dem som saknas är ett obligatoriskt: utan det kan ansökan inte godkännas.',
      must > 1 && `Av dem som saknas är ${must} obligatoriska: utan dem kan ansökan inte godkännas.`,
    ]
      .filter(Boolean)
      .join(' '),
  carries: (partner, demands, stops) =>
    demands.length === 0
      ? `${partner} är inte ensam om något krav.`
      : `Om ${partner} lämnar uppfylls inte: ${listed(demands)}.${stops ? ' Ansökan skulle stanna där.' : ''}`,
  reasons: {
    fills: (_, demand) => `Fyller en lucka: ${demand}`,
    proves: (_, demand) => `Ger belägg för det som endast är uppgivet: ${demand}`,
    region: () => 'Ännu ingen partner från landskapet',
    country: () => 'Ännu ingen partner från landet',
    likeness: (percent) => `Ett tidigare projekt liknar utlysningen: ${percent} % av det närmaste projektet`,
    'joint-work': (partners) => `Har haft gemensamma projekt med ${partners} av dem som är med`,
    home: (percent) => `Verksam i utlysningens område: ${percent} % av projekten`,
    experience: (projects) => `Erfarenhet av projekt med offentlig finansiering: ${projects}`,
    'new-with-them': () => 'Har inte varit i projekt med dem som är med: nytt samarbete',
    newcomer: () => 'Har inte tidigare varit i ett projekt med offentlig finansiering: ny aktör',
    coordination: (partners) => `Samordningen tar mer tid: partnerna skulle vara ${partners}`,
    distance: (steps) =>
      steps === 0
        ? 'Inga förbindelser till dem som är med, inte ens via andra'
        : `Långt från dem som är med: ${steps} steg i nätverket`,
    answered: (sure) =>
      sure > 1 ? 'Har meddelat att den deltar' : 'Har meddelat att den överväger att delta',
    capacity: (free) => (free > 0 ? 'Uppger att det finns tid' : 'Uppger att det inte finns tid'),
    fresh: (days) =>
      days === 0
        ? 'Profilen bekräftades i dag'
        : `Profilen bekräftades för ${of(days, 'dag', 'dagar')} sedan`,
    competing: () => 'Har förbundit sig till en annan ansökan i samma utlysning',
    overlap: (demands) =>
      `Överlappning: ${of(demands, 'krav är uppfyllt', 'krav är uppfyllda')} redan utan den`,
  },
  obstacles: {
    refused: (why) => `Utelämnad. Orsak: ${why}`,
    'said-no': () => 'Har svarat nej',
    excluded: (why) => `Utlysningens villkor tillåter det inte. ${why}`.trim(),
    'enough-of-them': (why) => `Det finns redan så många sådana som utlysningen tillåter. ${why}`.trim(),
    'share-over-limit': () => 'Andelen överskrider det som en partner får söka',
    'money-over-limit': () => 'Andelen ryms inte i utlysningens belopp utöver dem som är med',
  },
  full: (most) => `Det finns redan ${of(most, 'partner', 'partner')}, fler tillåter utlysningen inte.`,
  nobody: ({ name, counted, need, have }, among) =>
    `${name}: ${count(need, counted)} behövs, nu finns ${have}. Ingen av ${grouped(BigInt(among) * 100n, '\u00a0', '')} kandidater tillför fler. Hämta in nya aktörer eller publicera en partnersökning.`,
  contradiction: (statements, minimal) =>
    statements === 1
      ? 'Detta kan inte uppfyllas med dessa kandidater:'
      : minimal
        ? 'Dessa kan inte uppfyllas samtidigt. Om ett av dem slopas kan de andra uppfyllas:'
        : 'Dessa kan inte uppfyllas samtidigt. Det kan finnas en kortare lista:',
  statements: {
    demand: ({ name, counted, need, have }) =>
      counted === 'partners'
        ? `${name}: ${count(need, counted)} krävs, ${of(have, 'kandidat uppfyller', 'kandidater uppfyller')} kravet.`
        : `${name}: ${count(need, counted)} krävs, kandidaterna kommer från ${have}.`,
    counts: (kind, n) =>
      kind === 'least' ? `Partnerna måste vara minst ${n}.` : `Partnerna får vara högst ${n}.`,
    limits: (kind, cents) =>
      kind === 'altogether'
        ? `Sammanlagt får högst ${swedish.money(cents)} sökas.`
        : `En partner får söka högst ${swedish.money(cents)}.`,
    exclusion: (who, most) => (most === 0 ? `Får inte delta: ${who}.` : `Högst ${most} får delta: ${who}.`),
    choices: (kind, name, reason) =>
      kind === 'pinned' ? `${name} är vald att delta.` : `${name} är utelämnad${reason && ` (${reason})`}.`,
  },
  best: {
    proved: 'Bevisat: det finns inget bättre.',
    gap: (what, have, bound) =>
      ({
        short: `Beräkningen avbröts: bristerna är ${have}, de kan som minst vara ${bound}.`,
        partners: `Beräkningen avbröts: partnerna är ${have}, de kan som minst vara ${bound}.`,
        quality: `Beräkningen avbröts: poängen är ${have}, de kan som mest vara ${bound}.`,
      })[what],
    exchange: (out, into) =>
      [out.length > 0 && `Bort: ${listed(out)}.`, into.length > 0 && `In: ${listed(into)}.`]
        .filter(Boolean)
        .join(' '),
    lost: (demands) => `Uppfylls inte: ${listed(demands)}.`,
    weaker: (demands) => `Vilar endast på egna uppgifter: ${listed(demands)}.`,
    gained: (demands) => `Uppfylls dessutom: ${listed(demands)}.`,
    stronger: (demands) => `Får belägg: ${listed(demands)}.`,
    same: 'Samma krav uppfylls.',
  },
  fit: {
    fills: (demand) => `Detta söks och ni har det: ${demand}`,
    proves: (demand) => `Era belägg skulle bekräfta: ${demand}`,
  },
  faults: {
    'not-an-object': (where) => `${where}: här ska finnas uppgifter med namn. Kontrollera strukturen.`,
    'not-a-list': (where) => `${where}: här ska finnas en lista.`,
    'not-a-text': (where) => `${where}: här ska finnas text.`,
    'not-a-count': (where, { value }) => `${where}: ”${value}” är inte ett heltal. Skriv talet med siffror.`,
    'not-an-amount': (where, { value }) =>
      `${where}: ”${value}” är inte ett belopp. Skriv det i formen ”1500000.00”.`,
    'not-yes-or-no': (where) => `${where}: här ska stå ja eller nej.`,
    missing: (where, { key }) => `${where}: en uppgift saknas (${key}). Lägg till den.`,
    empty: (where) => `${where}: punkten är tom. Fyll i den eller ta bort den.`,
    'too-many': (where, { count: n, most }) => `${where}: ${n} är för mycket, högst ${most}.`,
    'unknown-key': (where, { known }) => `${where}: okänd uppgift. Kända är ${known}.`,
    'unknown-kind': (where, { value, known }) =>
      `${where}: ”${value}” är okänt. Välj något av dessa: ${known}.`,
    'not-a-code': (where, { value }) => `${where}: ”${value}” är inte en kod. Kontrollera den i kodlistan.`,
    'repeated-id': (where, { id }) => `${where}: beteckningen ”${id}” används två gånger. Byt den ena.`,
    'out-of-range': (where, { value, least, most }) =>
      `${where}: ${value} duger inte. Ange ett tal mellan ${least} och ${most}.`,
    'least-over-most': (where, { least, most }) =>
      `${where}: minst ${least} är mer än högst ${most}. Rätta det ena.`,
  },
}
