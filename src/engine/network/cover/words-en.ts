import type { CoverWords } from './words.ts'
import { grouped } from './writing.ts'

const of = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const count: CoverWords['count'] = (n, counted) => {
  const [one, many] = {
    partners: ['partner', 'partners'],
    regions: ['region', 'regions'],
    countries: ['country', 'countries'],
  }[counted] as [string, string]
  return of(n, one, many)
}

export const english: CoverWords = {
  money: (cents) => `€${grouped(cents, ',', '.')}`,
  count,
  asks: {
    anybody: 'anybody',
    own: 'own demand',
    role: 'role',
    competence: 'competence',
    facility: 'test bed or facilities',
    'organisation-kind': 'kind of organisation',
    region: 'region',
    country: 'country',
    language: 'language',
    size: 'size of the enterprise',
    industry: 'industry',
  },
  roles: {
    coordinator: 'coordinator',
    developer: 'developer',
    researcher: 'researcher',
    tester: 'tester',
    'end-user': 'end user',
    buyer: 'buyer',
    trainer: 'trainer',
    disseminator: 'disseminator of results',
    funder: 'funder',
    authority: 'authority',
  },
  enough: {
    shown: 'only evidence counts',
    either: 'evidence or the partner’s own statement counts',
    both: 'both evidence and the partner’s own statement are needed',
  },
  facts: {
    project: 'project',
    register: 'register entry',
    judgement: 'the coordinator’s judgement',
    place: 'place',
    facility: 'facilities in the profile',
    commitment: 'earlier commitment',
    statement: 'own statement',
  },
  states: {
    met: ({ have, counted }) => `met by ${count(have, counted)}`,
    stated: 'stated only',
    partly: ({ have, need }) => `${have} of ${need}`,
    missing: 'missing',
  },
  cells: { shown: 'shown by a project or register', stated: 'stated by the partner', no: 'no' },
  summary: (met, all, stated, missing, must) =>
    [
      `${met} of ${all} demands are met.`,
      stated > 0 &&
        `${stated === 1 ? 'One of them is' : `${stated} of them are`} met by the partners’ own statements alone.`,
      missing > 0 && `${missing === 1 ? 'One is' : `${missing} are`} missing.`,
      must === 1 && 'One of the missing is obligatory: without it the application cannot be approved.',
      must > 1 && `${must} of the missing are obligatory: without them the application cannot be approved.`,
    ]
      .filter(Boolean)
      .join(' '),
  carries: (partner, demands, stops) =>
    demands.length === 0
      ? `${partner} carries no demand alone.`
      : `If ${partner} leaves, nobody meets: ${listed(demands)}.${stops ? ' The application would stop there.' : ''}`,
  reasons: {
    fills: (_, demand) => `Fills a gap: ${demand}`,
    proves: (_, demand) => `Turns a statement into evidence: ${demand}`,
    region: () => 'No partner from the region yet',
    country: () => 'No partner from the country yet',
    likeness: (percent) => `An earlier project is like the call: ${percent} % of the likest project`,
    'joint-work': (partners) => `Has worked in projects with ${partners} of those who are in`,
    home: (percent) => `Works in the region of the call: ${percent} % of its projects`,
    experience: (projects) => `Experience of publicly funded projects: ${projects}`,
    'new-with-them': () => 'Has been in no project with those who are in: a new connection',
    newcomer: () => 'Has been in no publicly funded project before: a newcomer',
    coordination: (partners) =>
      `Coordination takes more time: there would be ${of(partners, 'partner', 'partners')}`,
    distance: (steps) =>
      steps === 0
        ? 'No connection to those who are in, not even through others'
        : `Far from those who are in: ${steps} steps in the network`,
    answered: (sure) => (sure > 1 ? 'Has said that it will join' : 'Has said that it may join'),
    capacity: (free) => (free > 0 ? 'Says that it has time' : 'Says that it has no time'),
    fresh: (days) =>
      days === 0 ? 'Profile confirmed today' : `Profile confirmed ${of(days, 'day', 'days')} ago`,
    competing: () => 'Is committed to another application to the same call',
    overlap: (demands) => `Overlap: ${of(demands, 'demand is', 'demands are')} met without it`,
  },
  obstacles: {
    refused: (why) => `Left out. Reason: ${why}`,
    'said-no': () => 'Has answered no',
    excluded: (why) => `The call does not allow it. ${why}`.trim(),
    'enough-of-them': (why) => `There are already as many of these as the call allows. ${why}`.trim(),
    'share-over-limit': () => 'The share is more than one partner may ask for',
    'money-over-limit': () => 'The share does not fit the money of the call beside those who are in',
  },
  full: (most) =>
    `There ${most === 1 ? 'is' : 'are'} already ${of(most, 'partner', 'partners')}; the call allows no more.`,
  nobody: ({ name, counted, need, have }, among) =>
    `${name}: ${count(need, counted)} needed, ${have} so far. None of ${grouped(BigInt(among) * 100n, ',', '')} candidates adds any. Bring in new organisations or publish a partner search.`,
  contradiction: (statements, minimal) =>
    statements === 1
      ? 'This cannot be met with these candidates:'
      : minimal
        ? 'These cannot be met together. If any one of them is given up, the others can be met:'
        : 'These cannot be met together. There may be a shorter list:',
  statements: {
    demand: ({ name, counted, need, have }) =>
      counted === 'partners'
        ? `${name}: ${count(need, counted)} demanded, ${of(have, 'candidate meets', 'candidates meet')} it.`
        : `${name}: ${count(need, counted)} demanded, candidates come from ${have}.`,
    counts: (kind, n) =>
      kind === 'least'
        ? `There must be at least ${count(n, 'partners')}.`
        : `There may be at most ${count(n, 'partners')}.`,
    limits: (kind, cents) =>
      kind === 'altogether'
        ? `At most ${english.money(cents)} may be asked for altogether.`
        : `One partner may ask for at most ${english.money(cents)}.`,
    exclusion: (who, most) => (most === 0 ? `May not be in: ${who}.` : `At most ${most} may be in: ${who}.`),
    choices: (kind, name, reason) =>
      kind === 'pinned'
        ? `${name} has been chosen in.`
        : `${name} has been left out${reason && ` (${reason})`}.`,
  },
  best: {
    proved: 'Proved: nothing is better.',
    gap: (what, have, bound) =>
      ({
        short: `The computation was stopped: the shortfall is ${have}; it may be as small as ${bound}.`,
        partners: `The computation was stopped: there are ${have} partners; there may be as few as ${bound}.`,
        quality: `The computation was stopped: ${have} points; there may be up to ${bound}.`,
      })[what],
    exchange: (out, into) =>
      [out.length > 0 && `Out: ${listed(out)}.`, into.length > 0 && `In: ${listed(into)}.`]
        .filter(Boolean)
        .join(' '),
    lost: (demands) => `No longer met: ${listed(demands)}.`,
    weaker: (demands) => `Rests on statements alone: ${listed(demands)}.`,
    gained: (demands) => `Met in addition: ${listed(demands)}.`,
    stronger: (demands) => `Gains evidence: ${listed(demands)}.`,
    same: 'The same demands are met.',
  },
  fit: {
    fills: (demand) => `This is looked for, and you have it: ${demand}`,
    proves: (demand) => `Your evidence would confirm: ${demand}`,
  },
  faults: {
    'not-an-object': (where) => `${where}: this has to be data with names. Check the structure.`,
    'not-a-list': (where) => `${where}: this has to be a list.`,
    'not-a-text': (where) => `${where}: this has to be text.`,
    'not-a-count': (where, { value }) => `${where}: “${value}” is not a whole number. Write it in digits.`,
    'not-an-amount': (where, { value }) =>
      `${where}: “${value}” is not an amount. Write it in the form “1500000.00”.`,
    'not-yes-or-no': (where) => `${where}: this has to be yes or no.`,
    missing: (where, { key }) => `${where}: something is missing (${key}). Add it.`,
    empty: (where) => `${where}: this is empty. Fill it in or remove it.`,
    'too-many': (where, { count: n, most }) => `${where}: ${n} is too much; at most ${most}.`,
    'unknown-key': (where, { known }) => `${where}: unknown. Known are ${known}.`,
    'unknown-kind': (where, { value, known }) =>
      `${where}: “${value}” is unknown. Choose one of these: ${known}.`,
    'not-a-code': (where, { value }) => `${where}: “${value}” is not a code. Check it in the code list.`,
    'repeated-id': (where, { id }) => `${where}: the id “${id}” is used twice. Change one of them.`,
    'out-of-range': (where, { value, least, most }) =>
      `${where}: ${value} will not do. Give a number from ${least} to ${most}.`,
    'least-over-most': (where, { least, most }) =>
      `${where}: at least ${least} is more than at most ${most}. Correct one of them.`,
  },
}
