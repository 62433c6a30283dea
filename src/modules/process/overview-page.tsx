import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { isAmong } from '../../kernel/rule.ts'
import { type ShareLevel, shareLevels } from '../../kernel/share.ts'
import {
  Alert,
  type Column,
  Empty,
  Menu,
  PageHead,
  Scroll,
  Section,
  SelectField,
  sheetChoices,
  Table,
} from '../../ui/index.ts'
import { type EcosystemFigures, type ProcessFigures, processFigures, shareProcess } from './actions.ts'
import { figureText } from './figure-text.ts'
import { definitionOf, type FigureId, figureIds, leastApplications } from './rules.ts'
import { behindOf, nameIn, pathOf, saidOf } from './saying.ts'
import { text } from './text.ts'

/** Real calls or practice, as the address says; undefined leaves it to what there is. */
export const practiceIn = ({ url }: Pick<PageRequest, 'url'>): boolean | undefined => {
  const said = url.searchParams.get('practice')
  return said === null ? undefined : said === '1'
}

/** The same in an address, where it differs from what is usual. */
export const withPractice = (request: PageRequest, path: string): string => {
  const practice = practiceIn(request)
  return `${request.link(path)}${practice === undefined ? '' : `?practice=${practice ? 1 : 0}`}`
}

export async function overviewPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const found = await request.perform(processFigures, { exercise: practiceIn(request) })
  return {
    as: 'page',
    sheet: 'statistics',
    title: t.title,
    description: t.description,
    nav: 'sources',
    crumbs: [
      { text: t.sources, href: link('/sources') },
      { text: t.benchmarks, href: link('/benchmarks') },
      { text: t.title },
    ],
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={
            found.ecosystems.length > 0 && (
              <Menu
                label={t.export}
                groups={[
                  sheetChoices((format) => withPractice(request, `/benchmarks/process/export.${format}`)),
                ]}
                note={t.exportNote}
              />
            )
          }
        />
        <Practice of={found} request={request} />
        {found.ecosystems.length === 0 ? (
          <Empty title={t.none}>{t.noneNext}</Empty>
        ) : (
          (['days', 'rest'] as const).map((group) => (
            <Section title={t.groups[group]} note={t.groupNotes[group]}>
              <Overview
                caption={t.groups[group]}
                figures={figureIds.filter((id) => (definitionOf(id).of === 'days') === (group === 'days'))}
                ecosystems={found.ecosystems}
                request={request}
              />
            </Section>
          ))
        )}
        {found.ecosystems.length > 0 && (
          <>
            <p class="note">{t.fewLead(leastApplications)}</p>
            <p class="note">{t.method}</p>
          </>
        )}
        <Sharing of={found} request={request} />
      </>
    ),
  }
}

export function Practice({ of, request }: { of: Pick<ProcessFigures, 'exercise'>; request: PageRequest }) {
  const t = text[request.language]
  if (!of.exercise) return null
  return <Alert title={t.practice}>{t.practiceNext}</Alert>
}

type OverviewProps = {
  caption: string
  figures: readonly FigureId[]
  ecosystems: readonly EcosystemFigures[]
  request: PageRequest
}

/** Figures by ecosystem, one's own first; each figure leads to its own page. */
function Overview({ caption, figures, ecosystems, request }: OverviewProps) {
  const { language } = request
  const t = text[language]
  const columns: Column<FigureId>[] = [
    {
      label: t.figure,
      heading: true,
      phone: 'wide',
      cell: (id) => <a href={withPractice(request, pathOf(id))}>{figureText[language][id].name}</a>,
    },
    ...ecosystems.map(
      (e): Column<FigureId> => ({
        label: nameIn(e.short ?? e.name, language),
        numeric: true,
        phone: 'labelled',
        cell: (id) => (
          <>
            {e.own ? (
              <a href={withPractice(request, pathOf(id, e.key))}>{saidOf(e.cells[id], language)}</a>
            ) : (
              saidOf(e.cells[id], language)
            )}
            <span class="sub">{behindOf(e.cells[id], language)}</span>
          </>
        ),
      }),
    ),
  ]
  return (
    <Scroll label={caption}>
      <Table
        caption={caption}
        columns={columns}
        rows={figures}
        cards
        class="process-all"
        language={language}
      />
    </Scroll>
  )
}

/** Who sees the figures of the ecosystems that one handles; its coordinator changes it. */
function Sharing({ of, request }: { of: ProcessFigures; request: PageRequest }) {
  const { language, link, actor } = request
  const t = text[language]
  const mine = of.handled.filter((e) => isAmong(shareProcess.allow.who, actor, e.id))
  // A national office holds all: those that have something to share.
  const shown = mine.length > 3 ? mine.filter((e) => of.ecosystems.some((f) => f.id === e.id)) : mine
  if (shown.length === 0) return null
  return (
    <Section title={t.sharing} id="sharing">
      <p>{t.sharingLead}</p>
      {shown.map((e) => (
        <form method="post" action={link('/benchmarks/process/share')} class="process-share">
          <input type="hidden" name="ecosystem" value={e.id} />
          <SelectField
            name="share"
            id={`share-${e.id}`}
            label={nameIn(e.name, language)}
            value={e.shown}
            choices={shareLevels.map((level: ShareLevel) => ({ value: level, label: t.shownTo[level] }))}
            language={language}
          />
          <button class="btn" type="submit">
            {t.save}
          </button>
        </form>
      ))}
    </Section>
  )
}
