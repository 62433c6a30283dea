import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { BarList, ChartFigure, Facts, InLanguage, PageHead, Section, Table } from '../../ui/index.ts'
import { regionByCode } from '../codes/index.ts'
import { Enterprises } from './enterprise-view.tsx'
import { frameOf } from './frame.ts'
import { doneSaid, LightRuleText, LightTag, Realised } from './list-view.tsx'
import { formatExactDecimal } from './numbers.ts'
import { pathOf } from './paths.ts'
import { getIndicator, listEnterprises, type ToldValue } from './read-actions.ts'
import type { IndicatorState } from './state.ts'
import { text } from './text.ts'
import { trendChart } from './trend-chart.ts'

type Told = Awaited<ReturnType<typeof read>>
const read = (request: PageRequest) =>
  request.perform(getIndicator, { key: request.params.key, indicator: request.params.indicator })

async function onePage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const told = await read(request)
  const { ecosystem, state, light, inside, keeps } = told
  const { indicator } = state
  const t = text[language]
  const name = pick(indicator.name, language)?.text ?? indicator.code
  const { name: over, home, ...frame } = frameOf(request, ecosystem, indicator.code)
  const asked = { key: ecosystem.key, indicator: indicator.id }
  const isCount = indicator.aggregation === 'unique'
  const behind = isCount && inside ? await request.perform(listEnterprises, asked) : undefined
  const at = pathOf(ecosystem.key, indicator.id)
  const chart = trendChart(state, language)
  return {
    as: 'page',
    title: name,
    ...frame,
    body: (
      <>
        <PageHead
          over={
            <>
              <a href={home}>{over}</a> · {indicator.code}
            </>
          }
          title={<InLanguage names={indicator.name} language={language} />}
          state={
            <>
              <LightTag light={state.light} language={language} /> {doneSaid(state, language)}
            </>
          }
          actions={
            keeps && (
              <>
                <a class="btn" href={link(`${at}/target`)}>
                  {t.setTarget}
                </a>
                {indicator.keeper === ecosystem.id && (
                  <a class="btn" href={link(`${at}/edit`)}>
                    {t.change}
                  </a>
                )}
              </>
            )
          }
        />
        <Head told={told} request={request} />
        {chart && <ChartFigure chart={chart} files={(format) => link(`${at}/trend.${format}`)} />}
        <Breakdowns state={state} language={language} />
        {isCount && (
          <Section title={t.enterprises} id="enterprises">
            {behind ? (
              <Enterprises behind={behind} at={at} language={language} link={link} />
            ) : (
              <p class="quiet">{t.insideOnly}</p>
            )}
          </Section>
        )}
        <Section title={t.values} id="values">
          <Values told={told} request={request} />
        </Section>
        <Corrections told={told} request={request} />
        <Targets told={told} request={request} />
        <Definition told={told} request={request} />
        <Section title={t.rule} id="rule">
          <LightRuleText light={light} language={language} />
        </Section>
        {keeps && (
          <form method="post" action={link(`${at}/drop`)} class="actions">
            <button class="btn bare" type="submit">
              {t.drop}
            </button>
          </form>
        )}
      </>
    ),
  }
}

type PartProps = { told: Told; request: PageRequest }

function Head({ told: { state, ecosystem }, request: { language, link } }: PartProps) {
  const t = text[language]
  const { target, promised, indicator, figure } = state
  return (
    <Facts
      language={language}
      items={[
        {
          label: t.realised,
          value: <Realised state={state} at={ecosystem.key} language={language} link={link} />,
        },
        {
          label: t.target,
          value: target ? (
            <>
              <b>{formatExactDecimal(target.target, language)}</b> {t.by(formatDay(target.dueOn, language))}
              <span class="sub">
                {t.since(formatExactDecimal(target.baseline, language), formatDay(target.startsOn, language))}
              </span>
            </>
          ) : (
            t.noTarget
          ),
        },
        ...(promised.projects > 0
          ? [
              {
                label: t.scopes.project,
                value: promised.sum
                  ? t.promised(
                      formatExactDecimal(promised.sum, language),
                      formatCount(promised.projects, language),
                    )
                  : t.promisedNoSum(formatCount(promised.projects, language)),
              },
            ]
          : []),
        { label: t.projects, value: formatCount(figure?.projects ?? 0, language) },
        { label: t.aggregation, value: t.aggregations[indicator.aggregation] },
      ]}
    />
  )
}

/** A code of a trait as people read it. */
function traitName(trait: string, value: string, language: Language): string {
  const t = text[language]
  if (value === '') return t.unknown
  if (trait === 'size') return (t.sizes as Readonly<Record<string, string>>)[value] ?? value
  const region = trait === 'region' ? regionByCode(value) : undefined
  return (region && pick(region.name, language)?.text) ?? value
}

function Breakdowns({ state, language }: { state: IndicatorState; language: Language }) {
  const t = text[language]
  const parts = Object.entries(state.figure?.breakdown ?? {}).filter(
    ([, counts]) => Object.keys(counts).length > 0,
  )
  if (parts.length === 0) return null
  return (
    <div class="ind-breakdowns">
      {parts.map(([trait, counts]) => (
        <section>
          <h2>{(t.breakdowns as Readonly<Record<string, string>>)[trait] ?? trait}</h2>
          <BarList
            items={Object.entries(counts)
              .sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
              .map(([value, n]) => ({
                label: traitName(trait, value, language),
                value: n,
                text: formatCount(n, language),
              }))}
          />
        </section>
      ))}
    </div>
  )
}

const periodOf = ({ from, to }: ToldValue, language: Language): string =>
  `${formatDay(from, language)}–${formatDay(to, language)}`

const amountOf = ({ amount, per }: ToldValue, language: Language): string => {
  if (amount === null) return text[language].nothing
  const said = formatExactDecimal(amount, language)
  return per === null ? said : `${said} / ${formatExactDecimal(per, language)}`
}

/** The project's name as a link, where the reader sees the project. */
function ProjectLink({ row, request: { language, link } }: { row: ToldValue; request: PageRequest }) {
  if (!row.projectName || !row.projectPath) return <span class="quiet">{text[language].hiddenProject}</span>
  return (
    <a href={link(row.projectPath)}>
      <InLanguage names={row.projectName} language={language} />
    </a>
  )
}

function Values({ told: { values }, request }: PartProps) {
  const { language, link } = request
  const t = text[language]
  if (values.length === 0) return <p class="quiet">{t.noValues}</p>
  return (
    <Table
      caption={t.values}
      cards
      rows={[...values].reverse()}
      language={language}
      columns={[
        {
          label: t.project,
          heading: true,
          phone: 'wide',
          cell: (row) => (
            <>
              <ProjectLink row={row} request={request} />
              {row.organisationName && <span class="sub">{row.organisationName}</span>}
            </>
          ),
        },
        { label: t.period, phone: 'labelled', cell: (row) => periodOf(row, language) },
        { label: t.value, phone: 'labelled', numeric: true, cell: (row) => amountOf(row, language) },
        {
          label: t.approved,
          phone: 'labelled',
          cell: (row) => {
            const said = t.approvedBy(row.approvedBy, formatDay(dayIn(row.approvedAt), language))
            return row.report ? <a href={link(`/reports/${row.report}`)}>{said}</a> : said
          },
        },
      ]}
    />
  )
}

function Corrections({ told: { corrections }, request }: PartProps) {
  const { language } = request
  const t = text[language]
  if (corrections.length === 0) return null
  return (
    <Section title={t.corrections} id="corrections">
      <ul class="ind-log">
        {corrections.map(({ was, by }) => (
          <li>
            <ProjectLink row={by} request={request} />, {periodOf(by, language)}:{' '}
            {t.correction(amountOf(was, language), amountOf(by, language))}
            <span class="sub">
              {t.approvedBy(by.approvedBy, formatDay(dayIn(by.approvedAt), language))}
              {by.reason && ` · ${by.reason}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Targets({ told: { targets, keeps, ecosystem, state }, request }: PartProps) {
  const { language, link } = request
  const t = text[language]
  if (targets.length === 0) return null
  const at = pathOf(ecosystem.key, state.indicator.id)
  return (
    <Section title={t.targets} id="targets">
      <Table
        caption={t.targets}
        cards
        rows={targets}
        language={language}
        columns={[
          {
            label: t.target,
            heading: true,
            phone: 'wide',
            cell: (row) => (
              <>
                {t.scopes[row.scope]}
                {row.name && (
                  <>
                    : <InLanguage names={row.name} language={language} />
                  </>
                )}
                {row.reason && <span class="sub">{row.reason}</span>}
              </>
            ),
          },
          {
            label: t.baseline,
            phone: 'labelled',
            numeric: true,
            cell: (row) => formatExactDecimal(row.baseline, language),
          },
          {
            label: t.target,
            phone: 'labelled',
            numeric: true,
            cell: (row) => formatExactDecimal(row.target, language),
          },
          {
            label: t.period,
            phone: 'labelled',
            cell: (row) => `${formatDay(row.startsOn, language)}–${formatDay(row.dueOn, language)}`,
          },
          {
            label: t.setBy,
            phone: 'labelled',
            cell: (row) => (
              <>
                {[row.byWhom, formatDay(dayIn(row.at), language)].filter(Boolean).join(', ')}
                {row.endedAt && <span class="sub">{t.past}</span>}
                {keeps && !row.endedAt && (
                  <form method="post" action={link(`${at}/drop-target`)}>
                    <input type="hidden" name="scope" value={row.scope} />
                    <input type="hidden" name="subject" value={row.subject} />
                    <button class="btn bare" type="submit">
                      {t.dropTarget}
                    </button>
                  </form>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Definition({ told: { state, versions, ecosystem }, request: { language } }: PartProps) {
  const t = text[language]
  const { indicator } = state
  return (
    <Section title={t.definition} id="definition">
      {pick(indicator.definition, language) && (
        <p class="ind-definition">
          <InLanguage names={indicator.definition} language={language} />
        </p>
      )}
      <Facts
        language={language}
        items={[
          { label: t.code, value: indicator.code },
          { label: t.unit, value: <InLanguage names={indicator.unit} language={language} /> },
          {
            label: t.keeper,
            value:
              indicator.keeper === null
                ? t.commonKeeper
                : indicator.keeper === ecosystem.id
                  ? t.ownKeeper
                  : t.otherKeeper,
          },
          { label: t.source, value: indicator.keeper === null ? 'EU 2021/1058, Annex I' : indicator.source },
        ]}
      />
      {versions.length > 1 && (
        <ol class="ind-log" reversed>
          {versions.map((v) => (
            <li>
              {t.version(formatCount(v.version, language))}, {formatDay(dayIn(v.at), language)}
              {v.byWhom && `, ${v.byWhom}`}
              {v.reason && <span class="sub">{v.reason}</span>}
            </li>
          ))}
        </ol>
      )}
      {indicator.keeper === null && language !== 'en' && indicator.name[language] && (
        <p class="note">{t.translation}</p>
      )}
    </Section>
  )
}

export const onePages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/indicators/{indicator}', run: onePage },
]
