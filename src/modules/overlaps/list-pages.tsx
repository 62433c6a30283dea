import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { changed, fromRow, kept } from '../../kernel/view-address.ts'
import {
  Empty,
  Menu,
  PageHead,
  Pager,
  SelectField,
  sheetChoices,
  Tabs,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { codeOf, facetLabel } from '../projects/index.ts'
import { EvidenceView, Likeness, percentOf, wordsInLine } from './evidence-view.tsx'
import { judgementText } from './judgement-text.ts'
import { JudgementList } from './judgement-view.tsx'
import { Making } from './near-view.tsx'
import { listPairs, listStates, type Pair } from './pair-actions.ts'
import { overlapCrumbs } from './pair-pages.tsx'
import { judgements, pairPath } from './rules.ts'
import { ThingFacts, ThingLink } from './thing-view.tsx'

const pageSize = 20

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const t = judgementText[language]
  const { key = '' } = params
  const asked = queryData(url.searchParams)
  const found = await request.perform(listPairs, { limit: pageSize, ...asked, ecosystem: key })
  const state = listStates.find((s) => s === asked.state) ?? 'open'
  const path = link(`/ecosystems/${key}/overlaps`)
  const { counts } = found
  const count = { open: counts.open, judged: counts.judged, all: counts.open + counts.judged }
  const offset = Number(asked.offset ?? 0)
  return {
    as: 'page',
    title: t.list,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(!found.ready && { refresh: 3 }),
    crumbs: [...overlapCrumbs(request, found.ecosystem), { text: t.list }],
    body: (
      <>
        <PageHead
          title={t.list}
          lead={t.listLead}
          actions={
            <Menu
              label={t.export}
              groups={[sheetChoices((format) => changed(`${path}/export.${format}`, url.searchParams, {}))]}
            />
          }
        />
        <Tabs
          label={t.list}
          items={listStates.map((s) => ({
            href: changed(path, url.searchParams, { state: s }),
            label: t.states[s],
            count: formatCount(count[s], language),
            current: s === state,
          }))}
        />
        <Filters request={request} path={path} />
        {!found.ready && <Making language={language} />}
        {found.ready && found.items.length === 0 && <NoPairs url={url} state={state} language={language} />}
        {found.items.length > 0 && (
          <pair-queue id="queue" data-words={JSON.stringify(t.keys)}>
            <p class="note keys-note">
              <b>{t.keysHint}</b> {t.keysList}
            </p>
            {found.items.map((pair) => (
              <PairView pair={pair} ecosystem={key} request={request} />
            ))}
          </pair-queue>
        )}
        <Pager
          offset={offset}
          size={pageSize}
          total={found.total}
          at={fromRow(path, url.searchParams)}
          language={language}
        />
      </>
    ),
  }
}

function NoPairs({ url, state, language }: { url: URL; state: string; language: Language }) {
  const t = judgementText[language]
  if (['q', 'scope', 'judgement'].some((name) => url.searchParams.get(name)))
    return <Empty title={t.noPairsFound}>{t.noPairsFoundNext}</Empty>
  return <Empty title={state === 'judged' ? t.noPairsJudged : t.noPairs}>{t.noPairsNext}</Empty>
}

function Filters({ request: { language, url }, path }: { request: PageRequest; path: string }) {
  const t = judgementText[language]
  const asked = url.searchParams
  return (
    <form class="inline no-print" action={path}>
      {kept(asked, ['q', 'scope', 'judgement', 'offset']).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="q"
        label={t.q}
        type="search"
        optional
        value={asked.get('q') ?? ''}
        language={language}
      />
      <SelectField
        name="scope"
        label={t.scope}
        none={t.anyScope}
        value={asked.get('scope') ?? ''}
        choices={(['within', 'outside'] as const).map((value) => ({ value, label: t.scopes[value] }))}
        language={language}
      />
      <SelectField
        name="judgement"
        label={t.judgementsTitle}
        none={t.anyJudgement}
        value={asked.get('judgement') ?? ''}
        choices={judgements.map((value) => ({ value, label: t.judgement[value] }))}
        language={language}
      />
      <button class="btn" type="submit">
        {t.filter}
      </button>
    </form>
  )
}

function PairView({ pair, ecosystem, request }: { pair: Pair; ecosystem: string; request: PageRequest }) {
  const { language, link } = request
  const t = judgementText[language]
  const { thing, other, evidence } = pair
  const judged = pair.judgements.length > 0
  return (
    <article class="pair near-pair" id={`p-${thing.id}-${other.id}`} tabindex={-1}>
      <div class="near-head">
        <div class="near-sides">
          <div>
            <ThingLink thing={thing} language={language} link={link} />
            <ThingFacts thing={thing} language={language} />
          </div>
          <div>
            <ThingLink thing={other} language={language} link={link} />
            <ThingFacts thing={other} language={language} />
            {pair.within && <Tag>{t.inPortfolio}</Tag>}
          </div>
        </div>
        <div>
          <Likeness likeness={evidence.likeness} language={language} />
          <a class="btn no-print" href={link(pairPath(ecosystem, thing, other))}>
            {judged ? t.judgeAgain : t.judge}
            <span class="vh">
              : {thing.title} – {other.title}
            </span>
          </a>
        </div>
      </div>
      {judged && <JudgementList items={pair.judgements} whole language={language} link={link} />}
      {evidence.words.length === 0 && (
        <p class="quiet">
          {t.noEvidence} {judged && t.judgedAnyway}
        </p>
      )}
      <EvidenceView evidence={evidence} language={language} link={link} />
    </article>
  )
}

/** Rows that one file holds at most. */
const mostRows = 1_000

async function exported(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language, params, url, baseUrl, link } = request
  const t = judgementText[language]
  const n = t.exportNames
  const { limit: _, offset: __, ...asked } = queryData(url.searchParams)
  const { items } = await request.perform(listPairs, { ...asked, ecosystem: params.key, limit: mostRows })
  const columns = [
    { header: n.first, kind: 'text' as const },
    { header: n.firstKind, kind: 'text' as const },
    { header: n.second, kind: 'text' as const },
    { header: n.secondKind, kind: 'text' as const },
    { header: n.secondCode, kind: 'text' as const },
    { header: n.likeness, kind: 'number' as const },
    { header: n.shared, kind: 'text' as const },
    { header: n.actors, kind: 'text' as const },
    { header: n.regions, kind: 'text' as const },
    { header: n.from, kind: 'day' as const },
    { header: n.to, kind: 'day' as const },
    { header: n.judgements, kind: 'text' as const },
    { header: n.reasons, kind: 'text' as const },
    { header: 'URL', kind: 'text' as const },
  ]
  const rows = items.map(({ thing, other, evidence, judgements: known }) => [
    thing.title,
    t.kinds[thing.kind],
    other.title,
    t.kinds[other.kind],
    other.code === null ? null : codeOf(other.code),
    percentOf(evidence.likeness),
    wordsInLine(evidence, language),
    evidence.actors.map((a) => a.name).join('; '),
    evidence.regions.map((r) => facetLabel('region', r, language)).join('; '),
    evidence.time?.from ?? null,
    evidence.time?.to ?? null,
    known.map((j) => t.judgement[j.judgement]).join('; '),
    known.map((j) => [j.by, j.reason].filter(Boolean).join(': ')).join('; '),
    `${baseUrl}${link(pairPath(params.key ?? '', thing, other))}`,
  ])
  return {
    as: 'file',
    name: `overlaps-${params.key}-${dayIn(request.now)}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(format, columns, rows, { sheet: t.list, delimiter: language === 'en' ? ',' : ';' }),
  }
}

export const listPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/overlaps', run: listPage },
  ...sheetFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/ecosystems/{key}/overlaps/export.${format}`,
      run: (request) => exported(request, format),
    }),
  ),
]
