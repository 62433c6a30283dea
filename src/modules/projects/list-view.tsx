import { highlight } from '../../engine/language/index.ts'
import { centsOf } from '../../kernel/money.ts'
import type { Supplied } from '../../kernel/page.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { changed, fromRow, keepAddress, kept, sortedBy } from '../../kernel/view-address.ts'
import {
  Chips,
  type Column,
  ColumnChooser,
  Facets,
  inWords,
  Menu,
  OriginLink,
  Pager,
  SearchBox,
  SearchWords,
  sheetChoices,
  Table,
} from '../../ui/index.ts'
import { shareText } from '../sources/index.ts'
import { type ColumnName, columnNames, columnsOf, listColumn } from './columns.tsx'
import { projectPath } from './item.ts'
import { facetLabel } from './labels.ts'
import { chipsOf } from './list-chips.ts'
import { facetsOf, tickedWords } from './list-facets.ts'
import type { SortName } from './list-queries.ts'
import type { ProjectAnswer, ProjectItem } from './schemas.ts'
import { text } from './text.ts'

export type ListViewProps = {
  found: ProjectAnswer
  params: URLSearchParams
  /** How many there would be without the ticked filters; asked only when nothing was found. */
  withoutFilters?: number | undefined
  /** Whether the reader is signed in, and may keep the view under a name. */
  mayKeep: boolean
  /** What other modules do with the projects of a list. */
  supplied: readonly Supplied[]
  limit: number
  offset: number
  link: (path: string) => string
  language: Language
}

/** The part that changes while one types or ticks: search box, filters, results. */
export function ListView(props: ListViewProps) {
  const { found, params, link, language } = props
  const t = text[language]
  const path = link('/projects')
  const live = 'list'
  return (
    <div id={live}>
      <SearchBox
        action={path}
        label={t.searchLabel}
        placeholder={t.placeholder}
        value={params.get('q') ?? ''}
        keep={kept(params, ['q'])}
        live={live}
        hint={
          <SearchWords
            words={t.hints}
            help={{ label: t.allWords, href: link('/projects/search-words') }}
            language={language}
          />
        }
        language={language}
      />
      <div class="with-facets">
        <Facets
          action={path}
          facets={facetsOf(found, params, path, language)}
          keep={kept(params, tickedWords)}
          applied={[...params.keys()].filter((name) => tickedWords.includes(name)).length}
          live={live}
          language={language}
        />
        <div class="results">
          <ResultsHead {...props} path={path} />
          <Chips
            items={chipsOf(found, params, path, language)}
            clear={changed(path, new URLSearchParams(), { columns: params.getAll('columns') })}
            language={language}
          />
          <Notes {...props} path={path} />
          {found.total === 0 ? <Nothing {...props} path={path} /> : <Results {...props} path={path} />}
        </div>
      </div>
    </div>
  )
}

function ResultsHead(props: ListViewProps & { path: string }) {
  const { found, params, mayKeep, supplied, link, language, path } = props
  const t = text[language]
  const [main, ...rest] = eurosFirst(found.sums)
  const others = rest.filter((s) => centsOf(s.granted) !== 0n)
  return (
    <div class="results-head">
      <p role="status">
        <b class="num">{formatCount(found.total, language)}</b> {t.found(found.total === 1)}
        {main && (
          <>
            , {t.grantedSum} <b class="num">{moneyInWords(main, language)}</b>
            <OriginLink
              href={changed(link('/projects/provenance'), params, { columns: undefined, sort: undefined })}
              about={t.sumFrom}
              language={language}
            />
          </>
        )}
        {others.length > 0 && (
          <span class="quiet">
            {' '}
            {t.andOther} {others.map((s) => moneyInWords(s, language)).join(', ')}
          </span>
        )}
      </p>
      <div class="actions">
        {mayKeep && (
          <a class="btn" href={keepAddress(link, changed('/projects', params, {}))}>
            {t.keepView}
          </a>
        )}
        {supplied.map((s) => s.body)}
        <ColumnChooser
          action={path}
          columns={columnNames.map((name) => ({ value: name, label: t.column[name] }))}
          chosen={columnsOf(params)}
          keep={kept(params, ['columns'])}
          usual={changed(path, params, { columns: undefined })}
          language={language}
        />
        {found.total > 0 && (
          <Menu
            label={t.exportButton}
            groups={[
              sheetChoices((format) => changed(`${path}/export.${format}`, params, { limit: undefined })),
              [{ href: changed(path, params, {}), label: t.copyAddress, copied: t.addressCopied }],
            ]}
            note={t.exportNote(formatCount(found.total, language))}
          />
        )}
      </div>
    </div>
  )
}

const eurosFirst = <T extends { currency: string }>(sums: readonly T[]): T[] =>
  [...sums].sort((a, b) => Number(b.currency === 'EUR') - Number(a.currency === 'EUR'))

/** Millions from a million up, else the whole amount. */
function moneyInWords(s: { currency: string; granted: string }, language: Language): string {
  const money = { cents: centsOf(s.granted), currency: s.currency }
  return inWords(money.cents >= 100_000_000n ? { millions: money } : { amount: money }, language)
}

function Notes({ found, params, language, path }: ListViewProps & { path: string }) {
  const t = text[language]
  return (
    <>
      {found.also.length > 0 && found.total > 0 && (
        <p class="note" role="status">
          {t.also(found.also.join(', '))}{' '}
          <a href={changed(path, params, { meanings: 'off' })}>{t.onlyTyped}</a>
        </p>
      )}
      {params.get('meanings') === 'off' && found.words !== '' && (
        <p class="note" role="status">
          {t.meaningsOff} <a href={changed(path, params, { meanings: undefined })}>{t.meaningsOn}</a>
        </p>
      )}
      {found.instead.length > 0 && found.total > 0 && (
        <p class="note" role="status">
          {t.instead(found.instead.slice(0, 6).join(', '))}
        </p>
      )}
      {!found.everyWord && found.total > 0 && (
        <p class="note" role="status">
          {t.anyWord}
        </p>
      )}
      {found.unread.length > 0 && (
        <p class="note" role="status">
          {t.unread(found.unread.join(' '))}
        </p>
      )}
    </>
  )
}

function Results(props: ListViewProps & { path: string }) {
  const { found, params, limit, offset, language, path } = props
  const t = text[language]
  const most = found.items.reduce((max, p) => {
    const { granted, currency } = p.amounts
    const cents = granted === null || currency !== 'EUR' ? 0n : centsOf(granted)
    return cents > max ? cents : max
  }, 0n)
  const given = { language, most, sort: (by: SortName) => sortLink(by, params, path, found.sort) }
  const columns: Column<ProjectItem>[] = [
    {
      label: t.column.project,
      heading: true,
      phone: 'wide',
      sort: given.sort('name'),
      cell: (p) => <ProjectCell project={p} {...props} />,
    },
    ...columnsOf(params).map((name) => listColumn(name as ColumnName, given)),
  ]
  return (
    <>
      <Table caption={t.tableCaption} columns={columns} rows={found.items} cards language={language} />
      <Pager
        offset={offset}
        size={limit}
        total={found.total}
        at={fromRow(path, params)}
        language={language}
      />
      <p class="note">{t.listNote}</p>
    </>
  )
}

/** Money and dates begin with the greatest. */
const sortLink = (name: SortName, params: URLSearchParams, path: string, sort: string) =>
  sortedBy(path, params, { name, sort, first: name === 'name' ? name : `-${name}` })

function ProjectCell({ project: p, found, link, language }: ListViewProps & { project: ProjectItem }) {
  const t = text[language]
  const lead = p.lead === null ? t.noLead : p.lead.personal ? t.hiddenName : (p.lead.name ?? t.noLead)
  const parts = p.code === null ? [] : [p.code]
  if (p.fund) parts.push(facetLabel('fund', p.fund, language))
  return (
    <>
      <a href={link(projectPath(p))} lang={p.language === language ? undefined : p.language}>
        <Found text={p.name} words={found.words} also={[...found.instead, ...found.also]} />
      </a>
      <span class="sub">
        {p.share !== 'public' && <b class="warm">{shareText[language].notPublic} · </b>}
        {parts.map((part) => `${part} · `)}
        <Found text={lead} words={found.words} also={[...found.instead, ...found.also]} />
      </span>
    </>
  )
}

/** A text with the words that were searched for marked, in whatever form they stand. */
function Found({ text: of, words, also }: { text: string; words: string; also: readonly string[] }) {
  if (words === '') return <>{of}</>
  return (
    <>
      {highlight(of, [also.join(' '), words].join(' ').trim()).map((s) =>
        s.match ? <mark>{s.text}</mark> : s.text,
      )}
    </>
  )
}

function Nothing({ found, params, link, withoutFilters, language, path }: ListViewProps & { path: string }) {
  const t = text[language]
  const bare = changed(path, new URLSearchParams(), { q: found.words || undefined })
  return (
    <div class="empty">
      <p>
        <b>{t.nothing}</b> {t.nothingNext}
      </p>
      <ul>
        {withoutFilters !== undefined && withoutFilters > 0 && found.words !== '' && (
          <li>
            <a href={bare}>{t.nothingFilters(formatCount(withoutFilters, language))}</a>
          </li>
        )}
        {found.words !== '' && <li>{t.nothingShorter}</li>}
        <li>
          <a href={changed(path, new URLSearchParams(), { columns: params.getAll('columns') })}>
            {t.nothingAll}
          </a>
        </li>
        <li>
          <a href={link('/projects/search-words')}>{t.allWords}</a>
        </li>
      </ul>
    </div>
  )
}
