/**
 * Organisation matching on every labelled set that lies beside the checkout, against matching by exact name (case
 * folded, letters and digits alone) in the same run. `--json` prints for machines.
 *
 *   npx esbuild --bundle --platform=node --format=esm bench/matching.ts --outfile=dist/bench-matching.mjs && node dist/bench-matching.mjs
 */
import {
  cluster,
  compare,
  createMatcher,
  frequenciesOf,
  type MatchResult,
  type OrganisationRecord,
  type Outcome,
} from '../src/engine/matching/index.ts'
import {
  bearersOf,
  cell,
  dataFolder,
  exactName,
  hasData,
  type NamePair,
  pairwise,
  type Quality,
  quality,
  type RorRecord,
  readAffiliations,
  readJudgements,
  readRor,
  readTable,
  sampled,
  wilson,
} from './matching-data.ts'

type Line = { set: string; what: string; ours: Quality; exact?: Quality }
const lines: Line[] = []
const notes: Record<string, string | number> = {}

const named = (names: readonly string[]): OrganisationRecord[] =>
  names.map((name, i) => ({ id: String(i), name }))

function spellings(): void {
  const names = readTable('fi-organisation-names/distinct-names.csv').map((row) => cell(row, 'name'))
  const groupOf = new Map(
    readTable('fi-organisation-names/spelling-variants.csv').map((row) => [
      cell(row, 'name'),
      cell(row, 'group'),
    ]),
  )
  const truth = names.map((name) => groupOf.get(name))
  const found = cluster(named(names))
  const numbers = [...found.cluster]
  lines.push({
    set: 'fi spellings',
    what: '1 115 groups in 14 360 names; a lower bound, see below',
    ours: pairwise(numbers, truth),
    exact: pairwise(names.map(exactName), truth),
  })
  const groups = new Map<string, Set<number>>()
  names.forEach((_, i) => {
    const group = truth[i]
    if (group !== undefined) groups.set(group, (groups.get(group) ?? new Set()).add(numbers[i]!))
  })
  notes['fi spellings: groups joined whole'] = [...groups.values()].filter(
    (clusters) => clusters.size === 1,
  ).length
  notes['fi spellings: clusters of all names'] = new Set(numbers).size
  notes['fi spellings: clusters by exact name'] = new Set(names.map(exactName)).size
  notes['fi spellings: pairs to review'] = found.pairs.length

  judgedJoins(names, truth, numbers)

  const frequencies = frequenciesOf(named(names))
  const formers = readTable('fi-organisation-names/explicit-former-names.csv')
  const same = (a: string, b: string): boolean =>
    compare({ id: 'a', name: a }, { id: 'b', name: b }, frequencies).outcome === 'same'
  const joined = formers.flatMap((row) =>
    ['current_name', 'former_name'].filter((other) => same(cell(row, 'name_as_listed'), cell(row, other))),
  )
  lines.push({
    set: 'fi former names',
    what: '8 rows, listed = current and listed = former',
    ours: quality(joined.length, joined.length, 2 * formers.length),
    exact: quality(0, 0, 2 * formers.length),
  })
}

/**
 * How many of all joined pairs are right: those of one group are; of the rest a sample was judged by eye, and what is
 * unclear counts as wrong.
 */
function judgedJoins(
  names: readonly string[],
  groups: readonly (string | undefined)[],
  clusters: readonly number[],
): void {
  const members = new Map<number, number[]>()
  clusters.forEach((cluster, i) => {
    members.set(cluster, [...(members.get(cluster) ?? []), i])
  })
  const rest: NamePair[] = []
  let grouped = 0
  for (const list of members.values()) {
    for (const [at, a] of list.entries()) {
      for (const b of list.slice(at + 1)) {
        if (groups[a] !== undefined && groups[a] === groups[b]) grouped++
        else rest.push(names[a]! < names[b]! ? [names[a]!, names[b]!] : [names[b]!, names[a]!])
      }
    }
  }
  const judgementOf = readJudgements()
  const judged = sampled(rest, 200).flatMap((pair) => judgementOf(pair) ?? [])
  const right = judged.filter((judgement) => judgement === 'same').length
  const { low, high } = wilson(right, judged.length)
  const overall = (share: number): string =>
    ((grouped + share * rest.length) / (grouped + rest.length)).toFixed(4)
  notes['fi spellings: joined pairs within one group'] = grouped
  notes['fi spellings: joined pairs that no group has'] = rest.length
  notes['fi spellings: ... of 200 of them, judged, right, wrong, unclear'] = [
    judged.length,
    right,
    judged.filter((judgement) => judgement === 'different').length,
    judged.filter((judgement) => judgement === 'unclear').length,
  ].join(', ')
  notes['fi spellings: precision of all joined pairs, unclear counted as wrong (95 %)'] =
    `${overall(right / judged.length)} (${overall(low)} to ${overall(high)})`
}

function businessIds(): void {
  const rows = readTable('fi-eura2014-project-pages/business-id-names.csv')
  const truth = rows.map((row) => cell(row, 'business_id'))
  const records = named(rows.map((row) => cell(row, 'name')))
  const exact = pairwise(
    records.map(({ name }) => exactName(name)),
    truth,
  )
  lines.push({
    set: 'fi business ids',
    what: 'names alone',
    ours: pairwise([...cluster(records).cluster], truth),
    exact,
  })
  const withIds = records.map((record, i) => ({
    ...record,
    identifiers: [{ scheme: 'fi-business-id', value: truth[i]! }],
  }))
  lines.push({
    set: 'fi business ids',
    what: 'with ids',
    ours: pairwise([...cluster(withIds).cluster], truth),
    exact,
  })
}

function danish(): void {
  const rows = readTable('dk-structural-funds-2007-2013/erdf-2007-2013.csv.gz')
  const truth = rows.map((row) => cell(row, 'cvr') || undefined)
  const records: OrganisationRecord[] = rows.map((row, i) => ({ id: String(i), name: cell(row, 'navn') }))
  const placed = records.map((record, i) => ({ ...record, place: cell(rows[i]!, 'bynavn') }))
  const exact = pairwise(
    records.map(({ name }) => exactName(name)),
    truth,
  )
  lines.push({
    set: 'dk CVR',
    what: 'names alone',
    ours: pairwise([...cluster(records).cluster], truth),
    exact,
  })
  lines.push({
    set: 'dk CVR',
    what: 'names and places',
    ours: pairwise([...cluster(placed).cluster], truth),
    exact,
  })
  const withIds = placed.map((record, i) => ({
    ...record,
    identifiers: [{ scheme: 'dk-cvr', value: truth[i] ?? '' }],
  }))
  lines.push({ set: 'dk CVR', what: 'with ids', ours: pairwise([...cluster(withIds).cluster], truth), exact })
}

/** Answers at the automatic threshold and at the best guess: right where the truth says so. */
function answered(
  set: string,
  what: string,
  answers: readonly { match: MatchResult; right: boolean }[],
  wanted: number,
  exact: Quality,
): void {
  const at = (outcomes: readonly Outcome[]): Quality => {
    const made = answers.filter(({ match }) => outcomes.includes(match.outcome))
    return quality(made.length, made.filter(({ right }) => right).length, wanted)
  }
  lines.push({ set, what: `${what}; to act on (same)`, ours: at(['same']), exact })
  lines.push({ set, what: `${what}; best guess`, ours: at(['same', 'review']), exact })
}

function affiliations(): void {
  const { registry, rows } = readAffiliations()
  const matcher = createMatcher(registry, { regime: 'auto' })
  matcher.match({ id: '', name: rows[0]!.text })
  const byName = new Map<string, string>()
  for (const { id, name, aliases = [] } of registry)
    for (const each of [name, ...aliases]) if (!byName.has(exactName(each))) byName.set(exactName(each), id)
  for (const [half, what] of [
    [0, 'half that the weights were fitted on'],
    [1, 'half held out'],
  ] as const) {
    const tested = rows.filter((_, i) => i % 2 === half)
    const wanted = tested.filter(({ truth }) => truth).length
    let answers: { match: MatchResult; right: boolean }[] = []
    const seconds = secondsOf(() => {
      answers = tested.map(({ text, truth }) => {
        const match = matcher.match({ id: '', name: text })
        return { match, right: truth !== '' && match.candidate === truth }
      })
    })
    notes['affiliations matched per processor second'] = Math.round(tested.length / seconds)
    const exactly = (find: (text: string) => string | undefined): Quality => {
      const found = tested.map(({ text }) => find(text))
      const right = found.filter((id, i) => id !== undefined && id === tested[i]!.truth)
      return quality(found.filter(Boolean).length, right.length, wanted)
    }
    const whole = exactly((text) => byName.get(exactName(text)))
    answered('affiliations to ROR', what, answers, wanted, whole)
    if (half === 0) continue
    const part = exactly((text) =>
      text
        .split(/[,;]/)
        .map((each) => byName.get(exactName(each)))
        .find(Boolean),
    )
    const ours = lines.at(-1)!.ours
    lines.push({
      set: 'affiliations to ROR',
      what: `${what}; best guess; exact: a part between commas`,
      ours,
      exact: part,
    })
  }
}

function otherRegisters(): void {
  const records = readRor()
  const shown = (names: RorRecord['names']): string =>
    (names.find(({ types }) => types.includes('ror_display')) ?? names[0]!).value
  const matcher = createMatcher(
    records.map(({ id, names }) => ({ id, name: shown(names) })),
    { regime: 'auto' },
  )
  const exactly = new Map(records.map(({ id, names }) => [exactName(shown(names)), id]))
  const bearers = bearersOf(records)
  const queries = records.flatMap(({ id, names }) =>
    names
      .filter(({ value, types }) => value !== shown(names) && !types.includes('acronym'))
      .map(({ value }) => ({ id, value, bearers: bearers(value) })),
  )
  const found = queries.map(({ value }) => matcher.match({ id: '', name: value }))
  for (const [what, isRight] of [
    ['one record right', (id, i) => id === queries[i]!.id],
    ['any that bears the name or follows it', (id, i) => queries[i]!.bearers.has(id)],
  ] as readonly [string, (id: string, i: number) => boolean][]) {
    const right = (id: string | undefined, i: number): boolean => id !== undefined && isRight(id, i)
    const exact = queries.map(({ value }) => exactly.get(exactName(value)))
    answered(
      'ROR other languages',
      what,
      found.map((match, i) => ({ match, right: right(match.candidate, i) })),
      queries.length,
      quality(exact.filter(Boolean).length, exact.filter(right).length, queries.length),
    )
  }

  const kohesio = readTable('kohesio-beneficiaries-2023/beneficiaries-cee.tsv.gz', '\t')
  const cyrillic = kohesio.filter(
    (row) => /\p{Script=Cyrillic}/u.test(cell(row, 'Beneficiary Name')) && cell(row, 'Transliterated Name'),
  )
  const bulgarian = createMatcher(
    cyrillic.map((row, i) => ({ id: String(i), name: cell(row, 'Beneficiary Name') })),
  )
  const names = cyrillic.map((row) => exactName(cell(row, 'Beneficiary Name')))
  const answers = cyrillic.map((row) => bulgarian.match({ id: '', name: cell(row, 'Transliterated Name') }))
  const sure = answers.filter(({ outcome }) => outcome === 'same')
  const hits = answers.filter(
    ({ outcome, candidate }, i) => outcome === 'same' && names[Number(candidate)] === names[i],
  )
  lines.push({
    set: 'Kohesio',
    what: 'defective transliterations to Cyrillic names',
    ours: quality(sure.length, hits.length, cyrillic.length),
    exact: quality(0, 0, cyrillic.length),
  })

  const h2020 = readTable('h2020-organisations-2017/organisations.csv.gz')
  const participants = h2020.map((row, i) => ({
    id: String(i),
    name: cell(row, 'name'),
    place: cell(row, 'city'),
    country: cell(row, 'country'),
  }))
  const clusters = cluster(participants)
  const byExact = new Set(participants.map(({ name, country }) => `${country} ${exactName(name)}`)).size
  notes['h2020: rows, each a PIC of its own'] = participants.length
  notes['h2020: rows joined by names, places, countries'] =
    participants.length - new Set(clusters.cluster).size
  notes['h2020: rows joined by exact name and country'] = participants.length - byExact
  const withPic = cluster(
    participants.map((record, i) => ({
      ...record,
      identifiers: [{ scheme: 'pic', value: cell(h2020[i]!, 'orgId') }],
    })),
  )
  notes['h2020: rows joined when PICs are given (must be 0)'] =
    participants.length - new Set(withPic.cluster).size
}

/** Processor seconds that the work takes, garbage collection with it: a busy machine does not change them much. */
function secondsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function speed(): void {
  const finnish = readTable('fi-organisation-names/distinct-names.csv').map((row) => cell(row, 'name'))
  const others = readTable('h2020-organisations-2017/organisations.csv.gz').map((row) => cell(row, 'name'))
  const twenty = named([...finnish, ...others].slice(0, 20_000))
  const runs = [0, 1, 2].map(() => twenty.length / secondsOf(() => cluster(twenty)))
  notes['dedupe of 20 000 names, names per processor second (cold)'] = Math.round(runs[0]!)
  notes['dedupe of 20 000 names, names per processor second (best of 3)'] = Math.round(Math.max(...runs))
  let matcher = createMatcher([])
  const indexing = secondsOf(() => {
    matcher = createMatcher(named(finnish))
  })
  notes['index of 14 360 names, processor milliseconds'] = Math.round(1000 * indexing)
  const matching = secondsOf(() => {
    for (const name of finnish) matcher.match({ id: '', name })
  })
  notes['match against 14 360 names, names per processor second'] = Math.round(finnish.length / matching)
}

function print(): void {
  const share = (value: number): string => value.toFixed(4)
  const cells = (each: Quality | undefined): string[] =>
    each ? [share(each.precision), share(each.recall), share(each.f1)] : ['', '', '']
  const rows = [
    ['set', 'what', 'P', 'R', 'F1', 'exact P', 'exact R', 'exact F1'],
    ...lines.map(({ set, what, ours, exact }) => [set, what, ...cells(ours), ...cells(exact)]),
  ]
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)))
  for (const row of rows)
    process.stdout.write(
      `${row
        .map((text, i) => text.padEnd(widths[i]!))
        .join('  ')
        .trimEnd()}\n`,
    )
  process.stdout.write('\n')
  for (const [note, value] of Object.entries(notes)) process.stdout.write(`${note}: ${value}\n`)
}

if (!hasData()) {
  process.stderr.write(
    `No data in ${dataFolder}: set TALKOOT_BENCH_DATA to the folder of the labelled sets.\n`,
  )
  process.exitCode = 2
} else {
  for (const measure of [speed, spellings, businessIds, danish, affiliations, otherRegisters]) measure()
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ lines, notes }, null, 2)}\n`)
  else print()
}
