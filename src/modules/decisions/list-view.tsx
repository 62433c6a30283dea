import { decimalOf } from '../../kernel/money.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { changed, keepAddress, kept } from '../../kernel/view-address.ts'
import {
  Alert,
  type Column,
  ColumnChooser,
  Empty,
  Menu,
  PageHead,
  Scroll,
  SelectField,
  sheetChoices,
  Table,
  TextField,
} from '../../ui/index.ts'
import { holds } from '../people/index.ts'
import { OutcomeWords, StateTag } from './decision-view.tsx'
import { type Half, type Head, halfOf, numberOf, pathOf } from './head.ts'
import { manyEvents } from './many-actions.ts'
import { euros, sumOf } from './money.ts'
import type { ListedDecision } from './reading.ts'
import { decisionMachine, decisionStates } from './rules.ts'
import { closedText } from './standing-text.ts'
import { sumsOf } from './terms.ts'
import { text } from './text.ts'

export type ListProps = {
  call: { code: string; title: Head['call']['title']; exercise: boolean }
  items: readonly ListedDecision[]
  all: number
  request: Pick<PageRequest, 'language' | 'link' | 'url' | 'actor'>
}

export function DecisionList({ call, items, all, request }: ListProps) {
  const { language, link, url, actor } = request
  const t = text[language]
  const path = link(`/calls/${call.code}/decisions`)
  const name = pick(call.title, language)?.text ?? call.code
  const columns = columnsAsked(url.searchParams)
  const place = items[0]?.head.ecosystem.key
  const closed = items.filter(({ sight }) => sight === 'kept-out').length
  return (
    <>
      <PageHead
        over={<a href={link(`/calls/${call.code}`)}>{name}</a>}
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <a class="btn" href={link('/meetings')}>
              {t.meetings}
            </a>
            <a class="btn" href={link(`/calls/${call.code}/conflicts`)}>
              {t.conflicts}
            </a>
            <a class="btn" href={link(`/calls/${call.code}/figures`)}>
              {t.figures}
            </a>
            {place && holds(actor, ['council-officer', 'coordinator'], items[0]!.head.ecosystem.id) && (
              <a class="btn" href={link(`/ecosystems/${place}/letters`)}>
                {t.templates}
              </a>
            )}
            <a class="btn" href={keepAddress(link, `${url.pathname}${url.search}`)}>
              {t.save}
            </a>
            <Menu
              label={t.export}
              groups={[
                sheetChoices(
                  (format) => `${link(`/calls/${call.code}/decisions/export.${format}`)}${url.search}`,
                ),
              ]}
            />
          </>
        }
      />
      {call.exercise && <Alert tone="warm" title={t.exercise} />}
      {closed > 0 && (
        <Alert tone="warm" title={closedText[language].closed(closed)}>
          <p>
            <a href={link(`/calls/${call.code}/conflicts/own`)}>{closedText[language].own}</a>
          </p>
        </Alert>
      )}
      <form method="get" action={path} class="inline">
        <TextField name="q" label={t.search} value={url.searchParams.get('q') ?? ''} language={language} />
        <SelectField
          name="state"
          label={t.state}
          value={url.searchParams.get('state') ?? ''}
          none={t.all}
          choices={decisionStates.map((value) => ({ value, label: decisionMachine.states[value][language] }))}
          language={language}
        />
        <SelectField
          name="outcome"
          label={t.assessed}
          value={url.searchParams.get('outcome') ?? ''}
          none={t.all}
          choices={(['passed', 'below', 'failed', 'incomplete'] as const).map((value) => ({
            value,
            label: t.outcomes[value],
          }))}
          language={language}
        />
        {kept(url.searchParams, ['q', 'state', 'outcome']).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="btn" type="submit">
          {t.show}
        </button>
      </form>
      <div class="results-head">
        <ColumnChooser
          action={path}
          columns={columnKeys.map((value) => ({ value, label: columnName(value, language) }))}
          chosen={columns}
          keep={kept(url.searchParams, ['columns'])}
          usual={changed(path, url.searchParams, { columns: undefined })}
          language={language}
        />
      </div>
      {items.length === 0 ? (
        <Empty title={all === 0 ? t.none : t.nothingHere} />
      ) : (
        <form method="get" action={`${path}/many`}>
          <Scroll label={t.title}>
            <Table
              caption={t.title}
              language={language}
              cards
              density="tight"
              rows={items}
              columns={columnsFor(items, columns, request)}
            />
          </Scroll>
          <div class="actions">
            <span class="quiet">{t.withChosen}</span>
            {manyEvents.map((event) => (
              <button class="btn" type="submit" name="event" value={event}>
                {t.bulk[event]}
              </button>
            ))}
          </div>
        </form>
      )}
    </>
  )
}

export const columnKeys = ['lead', 'assessed', 'state', 'asked', 'proposal', 'city', 'council'] as const
export type ColumnKey = (typeof columnKeys)[number]

/** The columns that the address asks for; all where it names none. */
export function columnsAsked(words: URLSearchParams): readonly ColumnKey[] {
  const chosen = columnKeys.filter((key) => words.getAll('columns').includes(key))
  return chosen.length > 0 ? chosen : columnKeys
}

export const columnName = (key: ColumnKey, language: Language): string =>
  text[language][key === 'lead' ? 'lead_' : key]

function columnsFor(
  items: readonly ListedDecision[],
  chosen: readonly ColumnKey[],
  { language, link }: ListProps['request'],
): Column<ListedDecision>[] {
  const t = text[language]
  const grantOf = (head: Head, part: Half['part']) => halfOf(head, part)?.grant ?? null
  const said = (half: Half | undefined) =>
    half ? (half.outcome === 'yes' ? euros(half.grant, language) : t.no) : ''
  const sum = (amounts: readonly (string | null)[]) => euros(decimalOf(sumOf(amounts)), language)
  const askedOf = ({ head }: ListedDecision) => decimalOf(sumOf(head.partners.map((p) => p.grant)))
  const proposedOf = ({ head }: ListedDecision) =>
    head.proposal ? decimalOf(sumsOf(head.proposal).grant) : null
  const byKey: Record<ColumnKey, Column<ListedDecision>> = {
    lead: { label: t.lead_, cell: ({ head }) => head.partners[0]?.name ?? '' },
    assessed: {
      label: t.assessed,
      cell: ({ head, sight }) => (sight === 'whole' ? <OutcomeWords head={head} language={language} /> : '–'),
    },
    state: { label: t.state, cell: ({ head }) => <StateTag state={head.state} language={language} /> },
    asked: {
      label: t.asked,
      numeric: true,
      cell: (i) => euros(askedOf(i), language),
      foot: sum(items.map(askedOf)),
    },
    proposal: {
      label: t.proposal,
      numeric: true,
      cell: ({ head }) =>
        head.proposal
          ? head.proposal.outcome === 'yes'
            ? euros(proposedOf({ head, sight: 'whole' }), language)
            : t.no
          : '',
      foot: sum(items.map(proposedOf)),
    },
    city: {
      label: t.city,
      numeric: true,
      cell: ({ head }) => said(halfOf(head, 'selection')),
      foot: sum(items.map(({ head }) => grantOf(head, 'selection'))),
    },
    council: {
      label: t.council,
      numeric: true,
      cell: ({ head }) => said(halfOf(head, 'legal')),
      foot: sum(items.map(({ head }) => grantOf(head, 'legal'))),
    },
  }
  return [
    {
      label: t.choose,
      quiet: true,
      cell: ({ head, sight }) =>
        sight === 'whole' && (
          <input
            type="checkbox"
            name="id"
            value={head.application}
            aria-label={`${t.choose}: ${head.title}`}
          />
        ),
    },
    { label: t.number, cell: ({ head }) => <span class="num">{numberOf(head)}</span> },
    {
      label: t.application,
      heading: true,
      cell: ({ head }) => <a href={link(pathOf(head))}>{head.title}</a>,
      foot: t.sums,
    },
    ...chosen.map((key) => ({ ...byKey[key], phone: 'labelled' as const })),
  ]
}
