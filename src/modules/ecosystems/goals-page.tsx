import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import {
  ChoicesField,
  Empty,
  type FieldError,
  Section,
  SelectField,
  Table,
  TextField,
} from '../../ui/index.ts'
import { type GoalRecord, listGoals, removeGoal, saveGoalAction } from './goal-actions.ts'
import { NamesFields, namesFrom, settingsPage } from './settings-parts.tsx'
import { settingsText } from './settings-text.ts'
import { targetText } from './text.ts'
import { nameOf } from './view.ts'

const path = '/ecosystems/{key}/settings/goals'
const at = (request: PageRequest, rest = '') =>
  request.link(`/ecosystems/${request.params.key}/settings/goals${rest}`)
type Fields = Readonly<Record<string, string>>

const fieldsOf = (g: GoalRecord): Fields => ({
  ...Object.fromEntries(Object.entries(g.name).map(([l, text]) => [`name.${l}`, text])),
  comparator: g.comparator,
  target: g.target.replace('.', ','),
  unit: g.unit,
  from: g.from?.toString() ?? '',
  by: g.by?.toString() ?? '',
})

/** The goals; with an id in the address the form changes that one, else it adds one. */
async function goalsPage(
  request: PageRequest,
  typed?: Fields,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, params } = request
  const t = settingsText[language]
  const found = await request.perform(listGoals, { key: params.key })
  const goal = found.items.find((g) => g.id === params.id)
  const shown = typed ?? (goal && fieldsOf(goal)) ?? {}
  const values = (field: string) => shown[field] ?? ''
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
        <form method="post" action={at(request, goal ? `/${goal.id}` : '')} class="form">
          <NamesFields name="name" legend={t.goal} {...{ values, errors, language }} />
          <SelectField
            name="comparator"
            label={t.comparator}
            value={values('comparator') || '>='}
            choices={(['>=', '>', '='] as const).map((c) => ({ value: c, label: t.comparators[c] }))}
            language={language}
          />
          {text('target', t.target, t.targetHelp)}
          <ChoicesField
            kind="radio"
            name="unit"
            label={t.unit}
            values={[values('unit') || 'count']}
            choices={(['count', 'percent'] as const).map((u) => ({ value: u, label: t.units[u] }))}
            language={language}
          />
          {text('from', t.from, t.yearHelp, true)}
          {text('by', t.by, t.yearHelp, true)}
          <div class="actions">
            <button class="btn main" type="submit">
              {goal ? t.save : t.addGoal}
            </button>
          </div>
        </form>
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
  const form = await request.form()
  const get = (field: string) => form.get(field)?.trim() ?? ''
  const errors: FieldError[] = []
  for (const name of ['from', 'by']) {
    const year = Number(get(name))
    const good = Number.isInteger(year) && year >= 1990 && year <= 2100
    if (get(name) && !good) errors.push({ name, text: settingsText[language].noYear })
  }
  try {
    if (errors.length === 0)
      await request.perform(saveGoalAction, {
        key: params.key,
        ...(params.id && { id: params.id }),
        name: namesFrom(get, 'name'),
        comparator: get('comparator'),
        target: get('target'),
        unit: get('unit'),
        ...(get('from') && { from: get('from') }),
        ...(get('by') && { by: get('by') }),
      })
  } catch (error) {
    errors.push(...formErrors(error, language))
  }
  if (errors.length === 0) return { as: 'redirect', to: at(request) }
  const typed = Object.fromEntries(Object.keys(form.values).map((field) => [field, get(field)]))
  return goalsPage(request, typed, errors)
}

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
