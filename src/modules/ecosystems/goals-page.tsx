import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import {
  ChoicesField,
  Empty,
  type FieldError,
  Section,
  SelectField,
  Table,
  TextField,
} from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { type GoalRecord, listGoals, removeGoal, saveGoalAction } from './goal-actions.ts'
import { changedGoal, newGoal } from './settings-drafts.ts'
import { NamesFields, namesFrom, settingsPage } from './settings-parts.tsx'
import { settingsText } from './settings-text.ts'
import { targetText } from './text.ts'
import { nameOf } from './view.ts'

const path = '/ecosystems/{key}/settings/goals'
const at = (request: PageRequest, rest = '') =>
  request.link(`/ecosystems/${request.params.key}/settings/goals${rest}`)

/** The form: of the goal in the address, or of a new one. */
function formOf(key: string, goal: GoalRecord | undefined) {
  const before: Before = {
    ...Object.fromEntries(['fi', 'sv', 'en'].map((l) => [`name.${l}`, goal?.name[l] ?? ''])),
    comparator: goal?.comparator ?? '>=',
    target: goal?.target.replace('.', ',') ?? '',
    unit: goal?.unit ?? 'count',
    from: goal?.from?.toString() ?? '',
    by: goal?.by?.toString() ?? '',
  }
  return { kind: goal ? changedGoal : newGoal, subject: goal ? `${key}:${goal.id}` : key, before }
}

/** The goals; with an id in the address the form changes that one, else it adds one. */
async function goalsPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, params } = request
  const t = settingsText[language]
  const found = await request.perform(listGoals, { key: params.key })
  const goal = found.items.find((g) => g.id === params.id)
  const { kind, subject, before } = formOf(found.key, goal)
  const draft = await draftFor(request, kind, subject, before)
  const values = draft.text
  const text = (name: string, label: string, help: string, optional = false) => (
    <TextField
      {...{ name, label, help, optional, language }}
      size="short"
      inputmode={name === 'target' ? 'decimal' : 'numeric'}
      value={values(name)}
      error={errors.find((e) => e.name === name)?.text}
    />
  )
  return settingsPage(
    request,
    found,
    'goals',
    errors,
    <>
      {found.items.length === 0 ? (
        <Empty title={t.noGoals}>{t.noGoalsNext}</Empty>
      ) : (
        <Section title={t.goals}>
          <Table
            caption={t.goals}
            language={language}
            cards
            rows={found.items}
            columns={[
              {
                label: t.goal,
                heading: true,
                phone: 'wide',
                cell: (g) => <a href={at(request, `/${g.id}`)}>{nameOf(g.name, language)}</a>,
              },
              {
                label: t.target,
                numeric: true,
                phone: 'labelled',
                cell: (g) => targetText(g, language),
              },
              {
                label: t.when,
                phone: 'labelled',
                cell: (g) => [g.from, g.by].filter(Boolean).join('–'),
              },
            ]}
          />
        </Section>
      )}
      <Section title={goal ? t.changeGoal : t.addGoal} id="goal">
        <DraftForm
          draft={draft}
          action={at(request, goal ? `/${goal.id}` : '')}
          submit={goal ? t.save : t.addGoal}
          language={language}
        >
          <NamesFields name="name" legend={t.goal} {...{ values, errors, language }} />
          <SelectField
            name="comparator"
            label={t.comparator}
            value={values('comparator')}
            choices={(['>=', '>', '='] as const).map((c) => ({ value: c, label: t.comparators[c] }))}
            language={language}
          />
          {text('target', t.target, t.targetHelp)}
          <ChoicesField
            kind="radio"
            name="unit"
            label={t.unit}
            values={[values('unit')]}
            choices={(['count', 'percent'] as const).map((u) => ({ value: u, label: t.units[u] }))}
            language={language}
          />
          {text('from', t.from, t.yearHelp, true)}
          {text('by', t.by, t.yearHelp, true)}
        </DraftForm>
        {goal && (
          <form method="post" action={at(request, `/${goal.id}/remove`)}>
            <button class="btn bare" type="submit">
              {t.removeOf(nameOf(goal.name, language))}
            </button>
          </form>
        )}
      </Section>
    </>,
  )
}

async function save(request: PageRequest): Promise<PageAnswer> {
  const { language, params } = request
  const { key, items } = await request.perform(listGoals, { key: params.key })
  const goal = items.find((g) => g.id === params.id)
  return takeForm(
    request,
    formOf(key, goal),
    async ({ text: get, draft }) => {
      const wrong = ['from', 'by'].filter((name) => get(name) && !isYear(Number(get(name))))
      if (wrong.length > 0) return wrong.map((name) => ({ name, text: settingsText[language].noYear }))
      const said = {
        key,
        ...(params.id && { id: params.id }),
        name: namesFrom(get, 'name'),
        comparator: get('comparator'),
        target: get('target'),
        unit: get('unit'),
        ...(get('from') && { from: get('from') }),
        ...(get('by') && { by: get('by') }),
      }
      await request.perform(saveGoalAction, said, draft)
      return `/ecosystems/${key}/settings/goals`
    },
    (errors) => goalsPage(request, errors),
  )
}

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1990 && year <= 2100

export const goalPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => goalsPage(request) },
  { method: 'POST', path, run: save },
  { method: 'GET', path: `${path}/{id}`, run: (request) => goalsPage(request) },
  { method: 'POST', path: `${path}/{id}`, run: save },
  {
    method: 'POST',
    path: `${path}/{id}/remove`,
    run: async (request) => {
      await request.perform(removeGoal, { key: request.params.key, id: request.params.id })
      return { as: 'redirect', to: at(request) }
    },
  },
]
