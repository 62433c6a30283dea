import type { ComponentChildren, VNode } from 'preact'
import type { Language } from '../kernel/text.ts'
import { samples } from './charts/samples.ts'
import {
  Alert,
  Bar,
  BarList,
  Chain,
  ChartFigure,
  CheckField,
  Chips,
  ChoicesField,
  Dialog,
  Drawing,
  Empty,
  ErrorSummary,
  Examples,
  Facets,
  Facts,
  Figure,
  FileField,
  InLanguage,
  Lanes,
  Layout,
  LinkList,
  Marked,
  Matrix,
  Menu,
  NewsList,
  narrow,
  PageHead,
  Pager,
  Popover,
  Progress,
  ProvenanceList,
  RegionMap,
  Say,
  SearchBox,
  SearchWords,
  Section,
  SelectField,
  type Site,
  Stats,
  Table,
  Tabs,
  Tag,
  TaskList,
  TextArea,
  TextField,
  Timeline,
  wide,
  YearChart,
} from './index.ts'

// Every part once, with one text everywhere a text can stand: the tests look at it in each language, feed it hostile
// texts and open it in a browser.

const euros = (n: number) => ({ cents: BigInt(n) * 100n, currency: 'EUR' })

export const years = [
  { year: 2014, granted: 152_148_930_00n, realised: 109_343_305_00n, count: 1177 },
  { year: 2015, granted: 312_053_696_00n, realised: 93_065_931_00n, count: 1675 },
  { year: 2016, granted: 116_367_831_00n, realised: 1_975_786_00n, count: 839 },
]

/** Each part by its name. `s` stands wherever a part takes words. */
export function parts(language: Language, s: string): Record<string, VNode> {
  const origin = { href: '/origin/1', about: s }
  const link = { href: '/here', label: s }
  const field = { name: 'field', label: s, help: s, error: s, language }
  const choices = [
    { value: 'a', label: s, help: s },
    { value: 'b', label: s },
  ]
  return {
    Alert: (
      <Alert tone="bad" title={s} live>
        {s}
      </Alert>
    ),
    ...Object.fromEntries(
      Object.entries(samples(language, s)).map(([form, chart]) => [
        `ChartFigure of ${form}`,
        <ChartFigure chart={chart} files={(format) => `/chart.${format}`} />,
      ]),
    ),
    Drawing: (
      <>
        <Drawing chart={samples(language, s).bars} size={wide} />
        <Drawing chart={samples(language, s).bars} size={narrow} />
      </>
    ),
    Bar: <Bar value={3} part={2} max={4} />,
    BarList: (
      <BarList
        items={[
          { label: s, value: 2, text: s },
          { ...link, value: 1, text: s },
        ]}
      />
    ),
    Chain: (
      <Chain
        stages={[
          { label: s, value: s, href: '/a', note: s },
          { label: s },
          { label: s, value: s, here: true },
        ]}
        more={s}
        language={language}
      />
    ),
    CheckField: <CheckField {...field} name="check" checked />,
    Chips: <Chips items={[link, link]} clear="/all" language={language} />,
    ChoicesField: <ChoicesField {...field} name="choices" kind="radio" choices={choices} values={['a']} />,
    Dialog: (
      <Dialog id="dialog" title={s} actions={<button type="submit">{s}</button>} open>
        {s}
      </Dialog>
    ),
    Empty: <Empty title={s}>{s}</Empty>,
    ErrorSummary: <ErrorSummary errors={[{ name: 'field', text: s }]} language={language} />,
    Facets: (
      <Facets
        action="/projects"
        keep={[['q', s]]}
        applied={1}
        live="results"
        facets={[
          {
            kind: 'options',
            name: 'status',
            legend: s,
            options: [
              { value: s, label: s, count: 12, checked: true },
              { value: 'none', label: s, count: 0 },
            ],
            more: link,
          },
          {
            kind: 'years',
            legend: s,
            label: s,
            from: 'from',
            to: 'to',
            years: years.map(({ year, count }, i) => ({ year, count, href: `/y/${year}`, chosen: i > 0 })),
          },
        ]}
        language={language}
      />
    ),
    Facts: (
      <Facts
        items={[
          { label: s, value: s, origin },
          { label: s, value: s },
        ]}
        language={language}
      />
    ),
    Figure: <Figure quantity={{ amount: euros(2_643_483) }} origin={origin} language={language} />,
    FileField: <FileField {...field} name="file" accept=".csv" />,
    InLanguage: <InLanguage names={{ fi: s }} language={language} />,
    Lanes: (
      <Lanes
        from={2021}
        to={2028}
        now="2026-11-21"
        items={[
          { title: s, href: '/e/1', summary: s, period: s, start: '2021-02-09', figure: s, figureNote: s },
          { title: s, href: '/e/2', summary: s, period: s, end: '2023-12-31' },
        ]}
      />
    ),
    LinkList: <LinkList items={[{ ...link, over: s, note: s }]} />,
    Marked: <Marked text={`${s} digi`} ranges={[[s.length + 1, s.length + 5]]} />,
    Matrix: (
      <Matrix
        caption={s}
        rows={[{ key: '1', label: s }]}
        columns={[
          { key: 'a', label: s },
          { key: 'b', label: s },
        ]}
        cell={(_, column) =>
          column === 'a'
            ? { quantity: { millions: euros(700_000) }, note: s, href: '/cell' }
            : { state: { kind: 'gap', word: s } }
        }
        language={language}
      />
    ),
    Menu: <Menu label={s} groups={[[{ ...link, note: s, download: true }], [link]]} note={s} />,
    NewsList: <NewsList items={[{ over: s, content: s }]} />,
    Pager: <Pager offset={20} size={20} total={164} at={(offset) => `/p/${offset}`} language={language} />,
    Progress: <Progress id="work" label={s} done={12_450} total={22_821} note={s} language={language} />,
    Provenance: (
      <Popover title={s} language={language}>
        <ProvenanceList
          of={{
            source: s,
            file: s,
            row: 253,
            state: '2016-06-30',
            raw: s,
            method: s,
            imported: '2026-11-21',
            importedBy: s,
            replaced: [{ raw: s, source: s }],
            approver: null,
            approverNote: s,
            licence: s,
            links: { row: '/row', history: { href: '/history', changes: 2 }, report: '/report' },
          }}
          language={language}
        />
      </Popover>
    ),
    RegionMap: (
      <RegionMap
        caption={s}
        figure={s}
        regions={[
          {
            code: 'FI1D7',
            name: 'Lappi',
            href: '/r',
            quantity: { millions: euros(71_300_000) },
            realised: 0.94,
          },
          { code: 'FI1C2', name: 'Kanta-Häme', quantity: { millions: euros(6_500_000) } },
          { code: 'FI200', name: 'Ahvenanmaa' },
        ]}
        total={{ millions: euros(77_800_000) }}
        chosen="FI1C2"
        note={s}
        language={language}
      />
    ),
    SearchBox: (
      <SearchBox
        action="/projects"
        label={s}
        value={s}
        placeholder={s}
        keep={[['status', s]]}
        live="results"
        hint={<Examples items={[link, link]} language={language} />}
        language={language}
      />
    ),
    SearchWords: (
      <p>
        <SearchWords words={[s]} help={link} language={language} />
      </p>
    ),
    SelectField: <SelectField {...field} name="select" choices={choices} value="b" none={s} optional />,
    Stats: <Stats items={[{ label: s, quantity: { share: 0.95 }, origin, note: s }]} language={language} />,
    Table: (
      <Table
        caption={s}
        showCaption
        cards
        rows={[{ name: s, amount: 12 }]}
        columns={[
          {
            label: s,
            heading: true,
            phone: 'wide',
            cell: (row) => row.name,
            foot: s,
            sort: { href: '/?sort=name' },
          },
          {
            label: s,
            unit: '€',
            numeric: true,
            phone: 'labelled',
            cell: (row) => row.amount,
            foot: '12',
            sort: { href: '/?sort=amount', direction: 'descending' },
          },
        ]}
        language={language}
      />
    ),
    Tabs: <Tabs label={s} items={[{ ...link, current: true, count: '12' }, link]} />,
    Tag: (
      <Tag tone="ok" sign="done">
        {s}
      </Tag>
    ),
    TaskList: (
      <TaskList
        items={[
          { ...link, note: s, state: s, tone: 'warm' },
          { label: s, state: s },
        ]}
      />
    ),
    TextArea: <TextArea {...field} name="area" value={s} />,
    TextField: <TextField {...field} value={s} inputmode="decimal" />,
    Timeline: (
      <Timeline
        caption={s}
        now={{ day: '2016-07-21', label: s }}
        rows={[
          {
            label: s,
            start: '2015-02-01',
            end: '2018-01-31',
            chosen: true,
            extension: { end: '2018-07-31', kind: 'inForce', label: s },
          },
          { label: s, end: '2017-06-30', extension: { end: '2017-12-31', kind: 'claimed' } },
        ]}
        language={language}
      />
    ),
    YearChart: (
      <YearChart
        caption={s}
        years={years}
        currency="EUR"
        counted={s}
        unfinished={{ from: 2016, note: [s, s], short: [s] }}
        note={s}
        language={language}
      />
    ),
  }
}

const site = (language: Language, s: string, asset: Site['asset']): Site => ({
  origin: 'https://talkoot.example',
  home: `/${language}`,
  asset,
  navigation: [
    { href: '/', label: s, current: true },
    { href: '/projects', label: s },
  ],
  search: { href: '/search', api: '/api/search' },
  footer: { accessibility: '/a', privacy: '/p', data: '/d', about: '/s', feedback: '/f' },
  region: { name: s, href: '/region', logo: asset('favicon.svg') },
})

type DocumentProps = {
  language: Language
  s: string
  asset?: (name: string) => string
  children?: ComponentChildren
}

/** A whole page with the frame around one statement and whatever is given. */
export function Document({ language, s, asset = (name) => `/assets/${name}`, children }: DocumentProps) {
  return (
    <Layout
      site={site(language, s, asset)}
      language={language}
      title={s}
      description={s}
      alternates={{ fi: '/fi', sv: '/sv', en: '/en' }}
      jsonLd={{ '@context': 'https://schema.org', '@type': 'WebPage', name: s }}
      crumbs={[
        { href: '/', label: s },
        { href: '/x', label: s, current: true },
      ]}
      account={{ name: s, href: '/me', signOut: { action: '/out', keep: [['token', s]] } }}
      feeds={[{ href: '/rss', title: s }]}
      refresh={2}
    >
      <PageHead title={s} over={s} state={s} lead={s} actions={<button type="button">{s}</button>} />
      <Say as="p" origin={{ href: '/o', about: s }} language={language}>
        <b>12</b> {s}
      </Say>
      <Section title={s} note={s} id="section">
        {children}
      </Section>
    </Layout>
  )
}
