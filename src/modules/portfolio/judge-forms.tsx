import { type Language, pick } from '../../kernel/text.ts'
import { ChoicesField, SelectField, TextArea, TextField } from '../../ui/index.ts'
import { addCommitment, checkCommitment } from './commitment-actions.ts'
import { frameValue } from './entry.ts'
import { labelOf, nameIn } from './figures.ts'
import { formText } from './form-text.ts'
import { type Fields, formOf } from './forms.tsx'
import { addGoal, judgeFeed, place, serve } from './judge-actions.ts'
import { wrong } from './keep-forms.tsx'
import type { Told, ToldEntry } from './record.ts'
import { judges, keepers, within } from './rights.ts'
import { checkOutcomes } from './rules.ts'
import { narrowedThings } from './things-page.tsx'

const choiceOf = (e: ToldEntry) => ({ value: e.id, label: e.code ? `${e.title} (${e.code})` : e.title })

/** The things that the address narrows to, and those that are chosen already. */
function Things({ told, request, list, field, language }: Fields) {
  const t = formText[language]
  const shown = new Set(narrowedThings(told, request.url.searchParams).map((e) => e.id))
  const chosen = list('things')
  return (
    <ChoicesField
      {...field('things', t.things)}
      help={t.thingsHelp}
      kind="checkbox"
      choices={told.entries.filter((e) => shown.has(e.id) || chosen.includes(e.id)).map(choiceOf)}
      values={chosen}
    />
  )
}

const Reason = ({ text, field, language }: Fields) => {
  const t = formText[language]
  return <TextArea {...field('reason', t.reason)} help={t.reasonHelp} value={text('reason')} rows={3} />
}

/** The places of the frame to choose from, dimension by dimension. */
export const Values = ({ told, list, field, language, help }: Fields & { help?: string }) => (
  <ChoicesField
    {...field('values', formText[language].values)}
    help={help}
    kind="checkbox"
    choices={[]}
    groups={told.axes.map((axis) => ({
      title: nameIn(axis, language),
      choices: axis.values.map(({ code }) => ({
        value: frameValue(axis, code),
        label: labelOf(axis, code, language),
      })),
    }))}
    values={list('values')}
  />
)

export const placeForm = formOf({
  name: 'place',
  path: '/place',
  allow: within(judges),
  before: () => ({ things: [], values: [], reason: '' }),
  fields: (f) => (
    <>
      <Things {...f} />
      <Values {...f} help={formText[f.language].valuesHelp} />
      <Reason {...f} />
    </>
  ),
  send: async (request, sent) => {
    const said = { things: sent.list('things'), values: sent.list('values'), reason: sent.text('reason') }
    return (await request.perform(place, { portfolio: request.params.id, ...said }, sent.draft)).path
  },
})

export const linkForm = formOf({
  name: 'link',
  path: '/link',
  allow: within(judges),
  before: (_, { url }) => {
    const asked = (name: string) => url.searchParams.get(name) ?? ''
    return { from: asked('from'), to: asked('to'), kind: 'feeds', reason: '' }
  },
  fields: (f) => {
    const t = formText[f.language]
    const choices = f.told.entries.map(choiceOf)
    return (
      <>
        <SelectField {...f.field('from', t.from)} choices={choices} value={f.text('from')} none={t.choose} />
        <ChoicesField
          {...f.field('kind', t.kind)}
          kind="radio"
          choices={(['feeds', 'continues'] as const).map((value) => ({ value, label: t.kinds[value] }))}
          values={f.list('kind')}
        />
        <SelectField {...f.field('to', t.to)} choices={choices} value={f.text('to')} none={t.choose} />
        <Reason {...f} />
      </>
    )
  },
  send: async (request, sent) => {
    const [from, to] = [sent.text('from'), sent.text('to')]
    if (!from || !to) return wrong('noThings', from ? 'to' : 'from', request.language)
    const said = { from, to, kind: sent.text('kind'), reason: sent.text('reason') }
    return (await request.perform(judgeFeed, { portfolio: request.params.id, ...said }, sent.draft)).path
  },
})

export const goalForm = formOf({
  name: 'goal',
  path: '/goals/new',
  allow: within(keepers),
  before: () => ({ owner: '', name: '' }),
  fields: ({ text, field, language }) => {
    const t = formText[language]
    return (
      <>
        <TextField {...field('owner', t.owner)} help={t.ownerHelp} value={text('owner')} />
        <TextField {...field('name', t.goalName)} value={text('name')} size="full" />
      </>
    )
  },
  send: async (request, sent) => {
    const said = { owner: sent.text('owner'), name: sent.text('name') }
    return (await request.perform(addGoal, { portfolio: request.params.id, ...said }, sent.draft)).path
  },
})

const goalNamed = ({ goals }: Told, id: string | undefined, language: Language): string => {
  const goal = goals.find((g) => g.id === id)
  return goal ? `${goal.owner}: ${pick(goal.name, language)?.text ?? ''}` : ''
}

export const serveForm = formOf({
  name: 'serve',
  path: '/goals/{goal}/serve',
  about: ['goal'],
  allow: within(judges),
  before: () => ({ things: [], strength: '2', reason: '' }),
  over: (told, { params, language }) => goalNamed(told, params.goal, language),
  fields: (f) => {
    const t = formText[f.language]
    return (
      <>
        <Things {...f} />
        <ChoicesField
          {...f.field('strength', t.strength)}
          kind="radio"
          choices={(['3', '2', '1', '0'] as const).map((value) => ({ value, label: t.strengths[value] }))}
          values={f.list('strength')}
        />
        <Reason {...f} />
      </>
    )
  },
  send: async (request, sent) => {
    const { id: portfolio, goal } = request.params
    const said = { things: sent.list('things'), strength: sent.text('strength'), reason: sent.text('reason') }
    return (await request.perform(serve, { portfolio, goal, ...said }, sent.draft)).path
  },
})

export const commitmentForm = formOf({
  name: 'commitment',
  path: '/commitments/new',
  allow: within(judges),
  before: () => ({ project: '', organisation: '', what: '', payer: '', owner: '', evidence: '' }),
  fields: ({ told, text, field, language }) => {
    const t = formText[language]
    const projects = told.entries.filter((e) => e.state === 'project')
    return (
      <>
        <SelectField
          {...field('project', t.project)}
          choices={projects.map(choiceOf)}
          value={text('project')}
          none={t.choose}
        />
        <TextField {...field('organisation', t.organisation)} value={text('organisation')} />
        <TextArea {...field('what', t.what)} value={text('what')} rows={3} />
        <TextField {...field('payer', t.payer)} value={text('payer')} optional />
        <TextField {...field('owner', t.ownerOf)} value={text('owner')} optional />
        <TextArea {...field('evidence', t.evidence)} value={text('evidence')} rows={3} optional />
      </>
    )
  },
  send: async (request, sent) => {
    if (!sent.text('project')) return wrong('noThings', 'project', request.language)
    const names = ['project', 'organisation', 'what', 'payer', 'owner', 'evidence']
    const said = Object.fromEntries(names.map((name) => [name, sent.text(name)]))
    return (await request.perform(addCommitment, { portfolio: request.params.id, ...said }, sent.draft)).path
  },
})

export const checkForm = formOf({
  name: 'check',
  path: '/commitments/{commitment}/check/{months}',
  about: ['commitment', 'months'],
  allow: within(judges),
  before: () => ({ outcome: '', evidence: '' }),
  fields: ({ text, list, field, language }) => {
    const t = formText[language]
    return (
      <>
        <ChoicesField
          {...field('outcome', t.outcome)}
          kind="radio"
          choices={checkOutcomes.map((value) => ({ value, label: t.outcomes[value] }))}
          values={list('outcome')}
        />
        <TextArea {...field('evidence', t.found)} help={t.foundHelp} value={text('evidence')} rows={4} />
      </>
    )
  },
  send: async (request, sent) => {
    const { id: portfolio, commitment, months } = request.params
    const outcome = sent.text('outcome')
    if (!outcome) return wrong('noOutcome', 'outcome', request.language)
    const said = { portfolio, commitment, months, outcome, evidence: sent.text('evidence') }
    return (await request.perform(checkCommitment, said, sent.draft)).path
  },
})
