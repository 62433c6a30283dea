import { readAmount } from '../../engine/budget/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import { decimalOf } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead, Section, SelectField, TextField } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, type Sent, takeForm } from '../drafts/index.ts'
import { faultText } from './fault-text.ts'
import { idFrom } from './lines.ts'
import { editSelection, frameOf } from './prepare-actions.ts'
import { prepareText } from './prepare-text.ts'
import { ecosystemOf } from './queries.ts'
import { readSelection } from './reading.ts'
import type { Room } from './room.ts'
import { keepers } from './rules.ts'
import { framed, said } from './selection-frame.tsx'
import type { SelectionSettings } from './settings.ts'
import { text } from './text.ts'

/** A rule that is being made; whoever makes one has a draft of their own. */
export const selectionRule: DraftKind = {
  kind: 'selection.rule',
  shared: false,
  title: inEach((l) => prepareText[l].addRule),
  path: (id) => `/selections/${id}/rules`,
  allow: { who: [...keepers], in: ({ db }, { subject }) => ecosystemOf(db, subject) },
}

const kinds = [
  'atLeast',
  'atMost',
  'moneyAtLeast',
  'moneyAtMost',
  'excludes',
  'allOrNone',
  'requires',
  'synergy',
] as const
const before: Before = {
  name: '',
  nameSv: '',
  nameEn: '',
  kind: 'atLeast',
  group: '',
  codes: '',
  number: '',
  budget: '',
  criterion: '',
}

type Frame = { value: string; label: string }[]

/** Groups that a rule can be about: values of the frame, cities and leads that candidates have. */
function groupsOf(room: Room, frame: Frame, language: Language) {
  const t = prepareText[language].groups
  const distinct = (of: (c: Room['candidates'][number]) => string | null) =>
    [...new Set(room.candidates.flatMap((c) => of(c) ?? []))].sort((a, b) => a.localeCompare(b, language))
  return [
    ...frame
      .filter((f) => room.candidates.some((c) => c.values.includes(f.value)))
      .map((f) => ({ value: `value:${f.value}`, label: `${t.value}: ${f.label}` })),
    ...distinct((c) => c.city).map((city) => ({ value: `city:${city}`, label: `${t.city}: ${city}` })),
    ...distinct((c) => c.lead).map((lead) => ({ value: `lead:${lead}`, label: `${t.lead}: ${lead}` })),
  ]
}

function codesIn(room: Room, sent: Sent): string[] {
  const [kind, ...rest] = sent.text('group').split(':')
  const of = rest.join(':')
  const grouped = room.candidates.filter((c) =>
    kind === 'value'
      ? c.values.includes(of)
      : kind === 'city'
        ? c.city === of
        : kind === 'lead' && c.lead === of,
  )
  const typed = sent
    .text('codes')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const named = typed.flatMap((code) =>
    room.candidates.filter((c) => c.code.toLowerCase() === code.toLowerCase()),
  )
  return (named.length > 0 ? named : grouped).map((c) => c.code)
}

/** In the languages in which it was typed. */
const nameFrom = (sent: Sent): SelectionSettings['rules'][number]['name'] =>
  Object.fromEntries(
    (
      [
        ['fi', 'name'],
        ['sv', 'nameSv'],
        ['en', 'nameEn'],
      ] as const
    ).flatMap(([language, typed]) => {
      const name = sent.text(typed)
      return name === '' ? [] : [[language, name]]
    }),
  )

type Made = Partial<Pick<SelectionSettings, 'rules' | 'synergies'>>

/** The settings with the rule that the form asks for; undefined where it is no rule. */
function withRule(room: Room, sent: Sent): Made | 'bad-rule' | 'no-codes' | 'no-name' {
  const { rules, synergies, budgets, criteria } = room.settings
  const name = nameFrom(sent)
  const [called] = Object.values(name)
  if (called === undefined) return 'no-name'
  const projects = codesIn(room, sent)
  const kind = kinds.find((k) => k === sent.text('kind'))
  const typed = sent.text('number').replace(/^−/, '-')
  const taken = new Set([...rules, ...synergies, ...budgets].map((r) => r.id))
  const made = { id: idFrom(called, taken), name, off: false }
  const together = kind === 'excludes' || kind === 'allOrNone' || kind === 'requires' || kind === 'synergy'
  if (projects.length < (together ? 2 : 1)) return 'no-codes'
  switch (kind) {
    case 'excludes':
    case 'allOrNone':
      return { rules: [...rules, { ...made, said: { kind, projects } }] }
    case 'requires': {
      const [project, ...needs] = projects as [string, ...string[]]
      return { rules: [...rules, { ...made, said: { kind, project, needs } }] }
    }
    case 'atLeast':
    case 'atMost': {
      const count = Number(typed)
      if (typed === '' || !Number.isInteger(count) || count < 0) return 'bad-rule'
      return { rules: [...rules, { ...made, said: { kind, projects, count } }] }
    }
    case 'moneyAtLeast':
    case 'moneyAtMost': {
      const amount = readAmount(typed)
      const budget = budgets.find((b) => b.id === sent.text('budget')) ?? budgets[0]
      if (!amount.ok || !budget) return 'bad-rule'
      const money = decimalOf(amount.cents)
      return { rules: [...rules, { ...made, said: { kind, projects, money, budget: budget.id } }] }
    }
    case 'synergy': {
      const points = typed.replace(',', '.')
      const criterion = criteria.find((c) => c.id === sent.text('criterion')) ?? criteria[0]
      if (!/^-?\d{1,6}(\.\d{1,3})?$/.test(points) || !criterion) return 'bad-rule'
      return {
        synergies: [...synergies, { ...made, projects, scores: { [criterion.id]: points }, costs: {} }],
      }
    }
    default:
      return 'bad-rule'
  }
}

async function page(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const [t, p] = [text[language], prepareText[language]]
  const room = await request.perform(readSelection, { selection: params.id })
  const { items } = await request.perform(frameOf, { selection: room.id })
  const frame = items.map((f) => ({ value: f.value, label: said(f.name, language) }))
  const draft = await draftFor(request, selectionRule, room.id, before)
  const path = link(`/selections/${room.id}/rules`)
  const { rules, synergies, budgets, criteria } = room.settings
  const field = (name: string) => ({
    name,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  const named = <T extends { id: string; name: Room['name'] }>(list: readonly T[]) =>
    list.map((one) => ({ value: one.id, label: said(one.name, language) }))
  return framed(
    request,
    t.rules,
    <>
      <PageHead title={t.rules} over={said(room.name, language)} />
      <ErrorSummary errors={errors} language={language} />
      <ul class="selection-rules">
        {[...rules, ...synergies].map((r) => (
          <li>
            <span>{said(r.name, language)}</span>
            <form method="post" action={`${path}/remove`}>
              <input type="hidden" name="rule" value={r.id} />
              <button class="btn small" type="submit" aria-label={p.removeRuleOf(said(r.name, language))}>
                {p.removeRule}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {rules.length + synergies.length === 0 && <p class="quiet">{t.noRules}</p>}
      <Section title={p.addRule}>
        <DraftForm draft={draft} action={path} submit={p.addRule} language={language}>
          <TextField {...field('name')} label={p.ruleName} help={p.ruleNameHelp} optional />
          <TextField {...field('nameSv')} label={p.ruleNameSv} optional />
          <TextField {...field('nameEn')} label={p.ruleNameEn} optional />
          <SelectField
            {...field('kind')}
            label={p.ruleKind}
            choices={kinds.map((value) => ({ value, label: p.ruleKinds[value] }))}
          />
          <SelectField
            {...field('group')}
            label={p.group}
            help={p.groupHelp}
            none=""
            choices={groupsOf(room, frame, language)}
            optional
          />
          <TextField {...field('codes')} label={p.groupCodes} help={p.groupCodesHelp} optional />
          <TextField {...field('number')} label={p.number} inputmode="decimal" size="short" optional />
          <SelectField {...field('budget')} label={p.ofBudget} choices={named(budgets)} optional />
          <SelectField
            {...field('criterion')}
            label={p.synergyCriterion}
            choices={named(criteria)}
            optional
          />
        </DraftForm>
      </Section>
    </>,
    { meeting: room, bad: errors.length > 0 },
  )
}

async function add(request: PageRequest): Promise<PageAnswer> {
  const { params, language } = request
  const room = await request.perform(readSelection, { selection: params.id })
  return takeForm(
    request,
    { kind: selectionRule, subject: room.id, before },
    async (sent) => {
      const settings = withRule(room, sent)
      if (typeof settings === 'string') {
        const at = { 'no-name': 'name', 'no-codes': 'codes', 'bad-rule': 'number' }[settings]
        return [{ name: at, text: faultText[language][settings] }]
      }
      await request.perform(editSelection, { selection: room.id, settings }, sent.draft)
      return `/selections/${room.id}/rules`
    },
    (errors) => page(request, errors),
  )
}

async function remove(request: PageRequest): Promise<PageAnswer> {
  const id = (await request.form()).get('rule')
  const room = await request.perform(readSelection, { selection: request.params.id })
  const { rules, synergies } = room.settings
  const settings = {
    rules: rules.filter((r) => r.id !== id),
    synergies: synergies.filter((s) => s.id !== id),
  }
  try {
    await request.perform(editSelection, { selection: room.id, settings })
  } catch (error) {
    return page(request, formErrors(error, request.language))
  }
  return { as: 'redirect', to: request.link(`/selections/${room.id}/rules`) }
}

export const rulePages: readonly Page[] = [
  { method: 'GET', path: '/selections/{id}/rules', run: (request) => page(request) },
  { method: 'POST', path: '/selections/{id}/rules', run: add },
  { method: 'POST', path: '/selections/{id}/rules/remove', run: remove },
]
