import { formatDecimal, type Language } from '../../kernel/text.ts'
import { type Column, Empty, Section, SelectField, Table } from '../../ui/index.ts'
import { type ListedDataset, type ShownDataset, unitText } from '../statistics/index.ts'
import type { Explored } from './actions.ts'
import { wordsOf } from './asking.ts'
import { nameIn } from './names.ts'
import {
  type Asked,
  comparedLevels,
  leastShares,
  nearestChoices,
  type UsedVariable,
  variableCode,
  weights,
} from './rules.ts'
import { text } from './text.ts'

/** A question that is being made: the territory may not be chosen yet. */
export type Asking = Omit<Asked, 'target'> & { target: string | null }

export type AskingProps = { asking: Asking; path: string; language: Language }

/** The choices made so far as fields of a form, but for those that it asks itself. */
export const hidden = (words: URLSearchParams, own: readonly string[]) =>
  [...words].flatMap(([name, value]) =>
    own.includes(name) ? [] : [<input type="hidden" name={name} value={value} />],
  )

/** Level, territory and scope: one form that loads the page anew. */
export function ScopeForm({
  asking,
  path,
  places,
  language,
}: AskingProps & { places: readonly { code: string; name: string }[] }) {
  const t = text[language]
  const chosen = (values: readonly number[], label: (n: number) => string) =>
    values.map((n) => ({ value: String(n), label: label(n) }))
  return (
    <Section title={t.step.scope}>
      <form class="bench-scope" method="get" action={path}>
        {hidden(wordsOf(asking), ['level', 'target', 'nearest', 'own', 'share'])}
        <SelectField
          name="level"
          label={t.level}
          choices={comparedLevels.map((level) => ({ value: level, label: t.levels[level] }))}
          value={asking.level}
          language={language}
        />
        <SelectField
          name="target"
          label={t.target}
          none={t.chooseTarget}
          choices={places.map((p) => ({ value: p.code, label: `${p.name} (${p.code})` }))}
          value={asking.target ?? undefined}
          language={language}
        />
        <SelectField
          name="nearest"
          label={t.nearest}
          choices={chosen(nearestChoices, String)}
          value={String(asking.nearest)}
          language={language}
        />
        <SelectField
          name="share"
          label={t.share}
          choices={chosen(leastShares, t.percent)}
          value={String(asking.leastShare)}
          language={language}
        />
        {asking.level !== 'region' && (
          <SelectField
            name="own"
            label={t.own}
            choices={[
              { value: 'in', label: t.ownIn },
              { value: 'out', label: t.ownOut },
            ]}
            value={asking.ownCountry ? 'in' : 'out'}
            language={language}
          />
        )}
        <button class="btn" type="submit">
          {t.update}
        </button>
      </form>
    </Section>
  )
}

/** The variables chosen, each with its weight as links and how it spreads over the territories. */
export function VariableList({
  asking,
  path,
  explored,
  language,
}: AskingProps & { explored: Explored | undefined }) {
  const t = text[language]
  if (asking.variables.length === 0) return <Empty title={t.noVariables}>{t.noVariablesNext}</Empty>
  const used = explored?.gathered.variables ?? []
  const result = explored && 'result' in explored ? explored.result : undefined
  const to = (variables: Asked['variables']) => `${path}?${wordsOf({ ...asking, variables })}`
  const name = (i: number) => (used[i] ? nameIn(used[i].label, language) : variableCode(i))
  type Row = { at: number; weight: string; used: UsedVariable | undefined }
  const rows = asking.variables.map(({ weight }, at): Row => ({ at, weight, used: used[at] }))
  const columns: Column<Row>[] = [
    {
      label: t.variable,
      heading: true,
      phone: 'wide',
      cell: (row) => {
        const spread = result?.variables.find((v) => v.code === variableCode(row.at))
        return (
          <>
            {name(row.at)}
            {row.used && (
              <span class="sub">
                {[
                  nameIn(row.used.title, language),
                  row.used.unit && unitText(row.used.unit, language),
                  t.levels[asking.level],
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {row.used.from && `. ${t.converted}`}
              </span>
            )}
            {spread && (
              <span class="sub">
                {spread.idle
                  ? t.idle[spread.idle]
                  : t.spread(
                      spread.values,
                      formatDecimal(spread.mean, language, spread.mean >= 100 ? 0 : 2),
                      formatDecimal(spread.deviation, language, spread.deviation >= 100 ? 0 : 2),
                    )}
              </span>
            )}
          </>
        )
      },
    },
    { label: t.period, phone: 'labelled', cell: (row) => row.used?.period ?? '' },
    {
      label: t.weight,
      phone: 'line',
      cell: (row) => (
        <span class="bench-weights">
          {weights.map((weight) =>
            weight === row.weight ? (
              <b aria-current="true">{weight}</b>
            ) : (
              <a
                href={to(asking.variables.map((v, i) => (i === row.at ? { ...v, weight } : v)))}
                aria-label={t.weightOf(weight, name(row.at))}
              >
                {weight}
              </a>
            ),
          )}
        </span>
      ),
    },
    {
      label: t.remove,
      quiet: true,
      cell: (row) => (
        <a
          class="btn small"
          href={to(asking.variables.filter((_, i) => i !== row.at))}
          aria-label={t.removeOf(name(row.at))}
        >
          {t.remove}
        </a>
      ),
    },
  ]
  return <Table caption={t.step.variables} columns={columns} rows={rows} cards language={language} />
}

/** Datasets that speak of the level; the one that is being added shows its dimensions. */
export function AddVariable({
  asking,
  path,
  datasets,
  adding,
  language,
}: AskingProps & { datasets: readonly ListedDataset[]; adding: ShownDataset | undefined }) {
  const t = text[language]
  const words = wordsOf(asking)
  if (adding?.version) return <ChooseSeries {...{ asking, path, language }} of={adding} />
  if (datasets.length === 0) return <Empty title={t.noDatasets}>{t.noDatasetsNext}</Empty>
  return (
    <>
      <h3>{t.add}</h3>
      <ul class="bench-datasets">
        {datasets.map((d) => (
          <li>
            <a href={`${path}?${words}&add=${d.id}#add`}>{nameIn(d.title, language)}</a>{' '}
            <span class="quiet">
              {d.publisher}
              {d.version?.first && ` · ${[...new Set([d.version.first, d.version.last])].join('–')}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function ChooseSeries({ asking, path, of, language }: AskingProps & { of: ShownDataset }) {
  const t = text[language]
  const words = wordsOf(asking)
  return (
    <form class="bench-add" method="get" action={path} id="add">
      <h3>{nameIn(of.dataset.title, language)}</h3>
      {hidden(words, [])}
      <input type="hidden" name="take" value={of.dataset.id} />
      {of.version?.dimensions
        .filter((d) => d.role !== 'geo')
        .map((d) => {
          const [only, ...more] = d.categories
          if (only && more.length === 0) return <input type="hidden" name={`d.${d.id}`} value={only.code} />
          const last = d.role === 'time' ? d.categories.at(-1)?.code : only?.code
          return (
            <SelectField
              name={`d.${d.id}`}
              label={nameIn(d.name, language) || d.id}
              choices={d.categories.map((c) => ({
                value: c.code,
                label: nameIn(c.name, language) || c.code,
              }))}
              value={last}
              language={language}
            />
          )
        })}
      <div class="actions">
        <button class="btn main" type="submit">
          {t.addThis}
        </button>
        <a class="btn" href={`${path}?${words}`}>
          {t.cancel}
        </a>
      </div>
    </form>
  )
}

/** Keeps what is shown: a press, with the choices in hidden fields. */
export function KeepForm({ asking, path, language }: AskingProps) {
  const t = text[language]
  return (
    <form class="bench-keep" method="post" action={path}>
      {hidden(wordsOf(asking), [])}
      <p>{t.saveLead}</p>
      <button class="btn main" type="submit">
        {t.save}
      </button>
    </form>
  )
}
