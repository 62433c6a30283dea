import { conceptsCalled } from '../../engine/likeness/index.ts'
import {
  type Asks,
  askedSizes,
  counted,
  coverWords,
  enough,
  partRoles,
} from '../../engine/network/cover/index.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { type Choice, ChoicesField, type FieldError, TextArea, TextField } from '../../ui/index.ts'
import { regions } from '../codes/index.ts'
import type { Before, Sent } from '../drafts/index.ts'
import { kindName, organisationKinds } from '../organisations/index.ts'
import { subjectOntology } from '../search/index.ts'
import { setDemand } from './demand-actions.ts'
import { countries, type DemandKind, isDemandKind, languageCodes } from './demand-kinds.ts'
import { complaint, fault } from './fault-text.ts'
import { formText } from './form-text.ts'
import { type Fields, formOf } from './forms.tsx'
import type { DemandRow } from './record.ts'

const regionNames = (language: Language): Choice[] =>
  regions.map(({ code, name }) => ({ value: code, label: pick(name, language)?.text ?? code }))

const displayed = (codes: readonly string[], type: 'region' | 'language', language: Language): Choice[] => {
  const names = new Intl.DisplayNames([language], { type })
  return codes.map((value) => ({ value, label: names.of(value) ?? value }))
}

/** The codes of a kind of demand by their names, for those that are chosen from a list. */
export function codeChoices(kind: Asks['kind'] | 'organisation', language: Language): Choice[] {
  const t = formText[language]
  switch (kind) {
    case 'organisation-kind':
      return organisationKinds.map((value) => ({ value, label: kindName(value, language) }))
    case 'region':
      return regionNames(language)
    case 'country':
      return displayed(countries, 'region', language).sort((a, b) => a.label.localeCompare(b.label, language))
    case 'language':
      return displayed(languageCodes, 'language', language)
    case 'size':
      return askedSizes.map((value) => ({ value, label: t.sizeNames[value] }))
    case 'role':
      return partRoles.map((value) => ({ value, label: coverWords[language].roles[value] }))
    default:
      return []
  }
}

const labels = {
  'organisation-kind': 'kinds',
  region: 'regions',
  country: 'countries',
  language: 'languages',
  size: 'sizes',
  role: 'roles',
} as const

/** Only what the kind needs, and what every demand has. */
function DemandFields({ text, list, field, language, kind }: Fields & { kind: DemandKind }) {
  const t = formText[language]
  const words = coverWords[language]
  return (
    <>
      <TextField {...field('name', t.name)} help={t.nameHelp} value={text('name')} size="full" />
      {(kind === 'competence' || kind === 'facility') && (
        <>
          <TextField
            {...field('subjects', t.subjects)}
            help={t.subjectsHelp}
            value={text('subjects')}
            size="full"
            optional
          />
          <TextArea {...field('words', t.words)} help={t.wordsHelp} value={text('words')} rows={3} optional />
        </>
      )}
      {kind === 'industry' && (
        <TextField {...field('codes', t.industries)} help={t.industriesHelp} value={text('codes')} />
      )}
      {kind in labels && (
        <ChoicesField
          {...field(kind === 'role' ? 'roles' : 'codes', t[labels[kind as keyof typeof labels]])}
          kind="checkbox"
          choices={codeChoices(kind, language)}
          values={list(kind === 'role' ? 'roles' : 'codes')}
        />
      )}
      <ChoicesField
        {...field('counted', t.counted)}
        kind="radio"
        choices={counted.map((value) => ({ value, label: t.countedNames[value] }))}
        values={list('counted')}
      />
      <TextField {...field('need', t.need)} value={text('need')} inputmode="numeric" size="short" />
      <ChoicesField
        {...field('must', t.must)}
        kind="radio"
        choices={(['must', 'wish'] as const).map((value) => ({ value, label: t.musts[value] }))}
        values={list('must')}
      />
      <TextField {...field('weight', t.weight)} value={text('weight')} inputmode="numeric" size="short" />
      <ChoicesField
        {...field('enough', t.enough)}
        kind="radio"
        choices={enough.map((value) => ({ value, label: words.enough[value] }))}
        values={list('enough')}
      />
      <TextField
        {...field('source', t.source)}
        help={t.sourceHelp}
        value={text('source')}
        size="full"
        optional
      />
    </>
  )
}

const nothing: Before = {
  name: '',
  subjects: '',
  words: '',
  counted: 'partners',
  need: '1',
  must: 'must',
  weight: '10',
  enough: 'either',
  source: '',
}

/** Lists are typed or ticked, by the kind. */
const emptyOf = (kind: DemandKind): Before => ({
  ...nothing,
  // Whoever is from elsewhere meets it: it is easily filled, and says little of whom to ask first.
  ...(kind === 'anybody' && { weight: '4' }),
  roles: [],
  codes: kind === 'industry' ? '' : [],
})

async function beforeDemand({ asks, ...d }: DemandRow, language: Language): Promise<Before> {
  const ontology = await subjectOntology()
  const label = (subject: number) => {
    const concept = ontology.conceptOf(String(subject))
    return concept === undefined ? '' : ontology.label(concept, language) || ontology.label(concept, 'fi')
  }
  return {
    ...emptyOf(asks.kind),
    name: d.name,
    counted: d.counted,
    need: String(d.need),
    must: d.must ? 'must' : 'wish',
    weight: String(d.weight),
    enough: d.enough,
    source: d.source,
    ...('subjects' in asks && {
      subjects: asks.subjects.map(label).join(', '),
      words: asks.words.join('\n'),
    }),
    ...('roles' in asks && { roles: asks.roles }),
    ...('codes' in asks && { codes: asks.kind === 'industry' ? asks.codes.join(', ') : asks.codes }),
  }
}

const parts = (typed: string, by: RegExp): string[] =>
  typed
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean)

/** The numbers of subjects by their labels; or the field that has one which nobody knows. */
async function subjectsIn(typed: string): Promise<number[] | undefined> {
  const ontology = await subjectOntology()
  const plain = (label: string) => label.normalize('NFKC').toLowerCase()
  const found = parts(typed, /[,;\n]/).map((label) =>
    conceptsCalled(label, ontology, 12).find((concept) =>
      (['fi', 'sv', 'en'] as const).some((l) => plain(ontology.label(concept, l)) === plain(label)),
    ),
  )
  return found.some((concept) => concept === undefined)
    ? undefined
    : found.map((concept) => Number(ontology.id(concept!)))
}

async function send(
  request: PageRequest,
  sent: Sent,
  kind: DemandKind,
  demand?: string,
): Promise<string | readonly FieldError[]> {
  const subjects = await subjectsIn(sent.text('subjects'))
  if (!subjects) return [{ name: 'subjects', text: complaint('unknownSubject').text[request.language] }]
  const words = parts(sent.text('words'), /\n/)
  const whole = (name: string) =>
    /^\d{1,4}$/.test(sent.text(name)) ? Number(sent.text(name)) : sent.text(name)
  const codes = kind === 'industry' ? parts(sent.text('codes'), /[,;\s]+/) : sent.list('codes')
  const asks = {
    competence: { ...(subjects.length > 0 && { subjects }), ...(words.length > 0 && { words }) },
    role: { roles: sent.list('roles') },
    codes: { codes: codes.map((code) => code.replaceAll('.', '')) },
    nothing: {},
  }[
    kind === 'competence' || kind === 'facility'
      ? 'competence'
      : kind === 'role'
        ? 'role'
        : kind === 'anybody' || kind === 'own'
          ? 'nothing'
          : 'codes'
  ]
  const said = {
    kind,
    name: sent.text('name'),
    counted: sent.text('counted'),
    need: whole('need'),
    must: sent.text('must') !== 'wish',
    weight: whole('weight'),
    enough: sent.text('enough'),
    ...(sent.text('source') && { source: sent.text('source') }),
    ...asks,
  }
  const input = { consortium: request.params.id, ...(demand && { demand }), said }
  return (await request.perform(setDemand, input, sent.draft)).path
}

const kindAsked = ({ params }: PageRequest): DemandKind => {
  if (!isDemandKind(params.kind)) throw fault('missing', 'missing')
  return params.kind
}

export const newDemandForm = formOf({
  name: 'newDemand',
  path: '/demands/new/{kind}',
  about: ['kind'],
  before: (_, request) => emptyOf(kindAsked(request)),
  over: (_, request) => coverWords[request.language].asks[kindAsked(request)],
  fields: (fields) => <DemandFields {...fields} kind={kindAsked(fields.request)} />,
  send: (request, sent) => send(request, sent, kindAsked(request)),
})

const demandAsked = (demands: readonly DemandRow[], { params }: PageRequest): DemandRow => {
  const found = demands.find(({ id }) => id === params.demand)
  if (!found) throw fault('missing', 'missing')
  return found
}

export const demandEditForm = formOf({
  name: 'demandEdit',
  path: '/demands/{demand}/edit',
  about: ['demand'],
  before: ({ demands }, request) => beforeDemand(demandAsked(demands, request), request.language),
  over: ({ demands }, request) => coverWords[request.language].asks[demandAsked(demands, request).asks.kind],
  fields: ({ kept, ...fields }) => (
    <DemandFields {...fields} kind={demandAsked(kept.demands, fields.request).asks.kind} />
  ),
  send: (request, sent, { demands }) => {
    const demand = demandAsked(demands, request)
    return send(request, sent, demand.asks.kind, demand.id)
  },
})
