import type { Page, PageAnswer, PageRequest, Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Bar, Empty, inWords, LinkList, PageHead, Scroll, Section, Table, Tag } from '../../ui/index.ts'
import { chainAction, type Together } from './actions.ts'
import { type EvidenceKind, type Item, type Level, levels } from './content.ts'
import { pathOf } from './drafts.ts'
import { tallyOf } from './rules.ts'
import { text } from './text.ts'
import { frameOf, titleOf } from './words.ts'

const tones = { measured: 'ok', reported: 'on', story: 'plain', none: 'warm' } as const

/** How a claim is known, and when it is seen. */
export function Marks({ of: { content }, language }: { of: Pick<Item, 'content'>; language: Language }) {
  const t = text[language]
  const evidence: EvidenceKind = content.evidence ?? 'none'
  return (
    <>
      <Tag tone={tones[evidence]} sign={evidence === 'none' ? 'waiting' : undefined}>
        {t.evidences[evidence]}
      </Tag>
      {content.horizon && <Tag>{t.horizons[content.horizon]}</Tag>}
    </>
  )
}

type ChainProps = { at: string; items: readonly Item[]; keeps: boolean; request: PageRequest }

/** The claims level by level, side by side where there is room; each says to which later ones it contributes. */
function Chain({ at: key, items, keeps, request: { language, link } }: ChainProps) {
  const t = text[language]
  const byEntry = new Map(items.map((item) => [item.entry, item]))
  const column = (level: Level) => {
    const claims = items.filter((item) => item.kind === level)
    return (
      <li class="impact-level">
        <h2 id={level}>
          {t.levels[level]} <span class="sub">{t.levelSays[level]}</span>
        </h2>
        {claims.length === 0 && <p class="quiet">{t.none}</p>}
        {claims.length > 0 && (
          <ul>
            {claims.map((item) => {
              const to = (item.content.contributes ?? []).flatMap((entry) => byEntry.get(entry) ?? [])
              return (
                <li class="impact-claim">
                  <a href={link(pathOf(key, `/${item.entry}`))}>{titleOf(item, language)}</a>
                  <p class="impact-marks">
                    <Marks of={item} language={language} />
                  </p>
                  {item.content.value && <p class="num">{item.content.value}</p>}
                  {to.length > 0 && (
                    <p class="sub">
                      {t.contributes}: {to.map((one) => titleOf(one, language)).join('; ')}
                    </p>
                  )}
                </li>
              )
            })}
          </ul>
        )}
        {keeps && (
          <p>
            <a href={link(pathOf(key, `/new/${level}`))}>{t.add[level]}</a>
          </p>
        )}
      </li>
    )
  }
  return <ol class="impact-chain">{levels.map(column)}</ol>
}

/** Organisations that work together, half-year by half-year: the one effect that is counted without anybody's word. */
function Cooperation({
  of,
  at: key,
  request: { language, link },
}: {
  of: readonly Together[]
  at: string
  request: PageRequest
}) {
  const t = text[language]
  const since = of.slice(
    Math.max(
      0,
      of.findIndex((half) => half.pairs > 0),
    ),
  )
  const most = Math.max(0, ...since.map((half) => half.pairs))
  if (most === 0) return null
  const n = (count: number) => formatCount(count, language)
  return (
    <Section
      title={t.together}
      id="together"
      note={<a href={link(`/ecosystems/${key}/regions`)}>{t.toNetwork}</a>}
    >
      <p class="note">{t.togetherLead}</p>
      <Scroll label={t.together}>
        <Table
          caption={t.together}
          density="tight"
          rows={since}
          language={language}
          columns={[
            { label: t.halfYear, heading: true, cell: (half) => formatDay(half.first, language) },
            { label: t.actors, numeric: true, cell: (half) => n(half.actors) },
            { label: t.pairs, numeric: true, cell: (half) => n(half.pairs) },
            {
              label: t.pairs,
              quiet: true,
              class: 'network-bar',
              cell: (half) => <Bar value={half.pairs} max={most} />,
            },
            {
              label: t.across,
              numeric: true,
              cell: (half) => half.pairs > 0 && inWords({ share: half.acrossShare }, language),
            },
          ]}
        />
      </Scroll>
    </Section>
  )
}

function Clinics({ at: key, items, keeps, request: { language, link } }: ChainProps) {
  const t = text[language]
  const clinics = items
    .filter((item) => item.kind === 'clinic')
    .toSorted((a, b) => (b.content.held ?? '').localeCompare(a.content.held ?? ''))
  if (clinics.length === 0 && !keeps) return null
  return (
    <Section
      title={t.clinics}
      id="clinics"
      note={keeps && <a href={link(pathOf(key, '/new/clinic'))}>{t.add.clinic}</a>}
    >
      {clinics.length === 0 ? (
        <p class="quiet">{t.clinicsNone}</p>
      ) : (
        <LinkList
          items={clinics.map((item) => ({
            href: link(pathOf(key, `/${item.entry}`)),
            over: item.content.held ? formatDay(item.content.held, language) : undefined,
            label: titleOf(item, language),
            note: item.content.decided,
          }))}
        />
      )}
    </Section>
  )
}

async function chainPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const { ecosystem, items, together, keeps } = await request.perform(chainAction, { key: params.key })
  const { name, home, above } = frameOf(request, ecosystem)
  const t = text[language]
  const { claims, by, open } = tallyOf(items)
  const n = (count: number) => formatCount(count, language)
  const props = { at: ecosystem.key, items, keeps, request }
  return {
    as: 'page',
    sheet: 'network',
    title: `${t.title}: ${name}`,
    nav: 'ecosystems',
    crumbs: [...above, { text: t.title }],
    body: (
      <>
        <PageHead
          over={<a href={home}>{name}</a>}
          title={t.title}
          lead={t.lead}
          actions={
            claims > 0 && (
              <a class="btn" href={link(pathOf(ecosystem.key, '/workbook'))}>
                {t.workbook}
              </a>
            )
          }
        />
        {claims === 0 ? (
          <Empty title={t.empty}>{keeps && t.emptyNext}</Empty>
        ) : (
          <p>
            {t.counted(n(claims), n(by.measured), n(by.reported), n(by.story))}.{' '}
            {by.none > 0 && t.nothingShows(n(by.none))} {open > 0 && keeps && t.openCount(n(open))}
          </p>
        )}
        {(claims > 0 || keeps) && <Chain {...props} />}
        {claims > 0 && (
          <p class="impact-caution">
            <b>{t.contribution}.</b> {t.contributionWhy}
          </p>
        )}
        <Cooperation of={together} at={ecosystem.key} request={request} />
        <Clinics {...props} />
      </>
    ),
  }
}

export const chainPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/impact', run: chainPage },
]

/** The way from an ecosystem's page to its impact chain. */
export const impactOfEcosystem: Supplement = {
  kind: 'ecosystem',
  show: async (request) => {
    const { language, link, params } = request
    if (!params.key) return undefined
    const found = await request.perform(chainAction, { key: params.key }).catch(unlessRefused)
    if (!found || (found.items.length === 0 && !found.keeps)) return undefined
    const t = text[language]
    const { claims, by } = tallyOf(found.items)
    const n = (count: number) => formatCount(count, language)
    return {
      id: 'impact',
      label: t.title,
      ...(claims > 0 && { count: claims }),
      body: (
        <Section title={t.title} id="impact">
          <LinkList
            items={[
              {
                href: link(pathOf(params.key)),
                label: t.open,
                note:
                  claims === 0 ? t.empty : t.counted(n(claims), n(by.measured), n(by.reported), n(by.story)),
              },
            ]}
          />
        </Section>
      ),
    }
  },
}
