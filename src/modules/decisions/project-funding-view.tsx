import type { PageRequest } from '../../kernel/page.ts'
import { formatDecimal, type Language, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Facts, LinkList, Section, Table } from '../../ui/index.ts'
import { assessmentPath } from '../assessments/index.ts'
import { fundName } from '../codes/index.ts'
import { groupText } from './group-text.ts'
import { meetingName } from './meeting-frame.ts'
import { euros, rateText } from './money.ts'
import type { ToldFunding } from './project-funding.ts'
import type { ProjectFunding } from './project-queries.ts'
import { projectText } from './project-text.ts'
import type { Commitment, Indicator } from './promises.ts'
import { isOutside } from './sight.ts'

type Shown = Pick<PageRequest, 'language' | 'link'>

/** On a project's page: each decision that it has its money by, what was promised for it, and where it comes from. */
export function FundingView({ items, request }: { items: readonly ToldFunding[]; request: Shown }) {
  const t = projectText[request.language]
  return (
    <Section title={t.title} id="funding" note={items.length > 1 ? t.group(items.length) : undefined}>
      {items.map((funding) => (
        <One funding={funding} heading={items.length > 1} request={request} />
      ))}
    </Section>
  )
}

function One({ funding: f, heading, request }: { funding: ToldFunding; heading: boolean; request: Shown }) {
  const { language } = request
  const t = projectText[language]
  const known = (name: string | null) => name ?? <span class="quiet">{t.unknown}</span>
  return (
    <>
      {heading && (
        <h3>
          <span class="num">{f.number}</span> <span lang={f.language}>{f.title}</span>
        </h3>
      )}
      <Facts
        language={language}
        items={[
          { label: t.decided, value: <span class="num">{formatDay(f.decidedOn, language)}</span> },
          {
            label: t.granted,
            value: `${euros(f.granted, language)} / ${euros(f.cost, language)} (${rateText(f.granted, f.cost, language)})`,
          },
          { label: t.content, value: known(f.contentAuthority) },
          { label: t.deciding, value: known(f.decidingAuthority) },
          { label: t.payer, value: known(f.payer) },
          { label: t.appropriation, value: known(f.appropriation && fundName(f.appropriation, language)) },
          ...(f.sources.length > 0
            ? [
                {
                  label: t.sources,
                  value: f.sources.map((s) => (
                    <div>
                      {s.source === 'own' ? t.own : fundName(s.source, language)} {euros(s.amount, language)}
                    </div>
                  )),
                },
              ]
            : []),
          { label: t.past, value: <Past funding={f} request={request} /> },
        ]}
      />
      <Budget funding={f} language={language} />
      <Targets items={f.indicators} from={f.number} language={language} />
      <Promises items={f.commitments} from={f.number} language={language} />
    </>
  )
}

/** The whole past, one click each: decision, minutes, assessment, application, call, as far as the reader may go. */
function Past({ funding: f, request: { language, link } }: { funding: ToldFunding; request: Shown }) {
  const t = projectText[language]
  const inside = f.sight === 'whole'
  const own = inside || f.sight === 'own'
  return (
    <LinkList
      items={[
        ...(inside || isOutside(f.sight)
          ? [{ href: link(`/decisions/${f.application}`), label: t.decision, note: f.number }]
          : []),
        ...f.meetings.map((m) => ({
          href: link(`/meetings/${m.id}/minutes`),
          label: `${t.minutes}: ${meetingName(m, language)}`,
          note: `${m.position} §`,
        })),
        ...(inside ? [{ href: link(assessmentPath(f.application)), label: t.assessment }] : []),
        ...(own ? [{ href: link(`/applications/${f.application}`), label: t.application }] : []),
        ...(inside && f.grouped
          ? [{ href: link(`/decisions/${f.application}/group`), label: groupText[language].title }]
          : []),
        { href: link(`/calls/${f.call}`), label: t.call, note: pick(f.callTitle, language)?.text ?? f.call },
      ]}
    />
  )
}

function Budget({ funding: f, language }: { funding: ProjectFunding; language: Language }) {
  const t = projectText[language]
  return (
    <Table
      caption={t.budget}
      showCaption
      cards
      language={language}
      density="tight"
      rows={f.partners}
      columns={[
        {
          label: t.partner,
          heading: true,
          phone: 'wide',
          cell: (p) => p.name || <span class="quiet">{t.personal}</span>,
          foot: t.sum,
        },
        { label: t.role, phone: 'wide', cell: (p) => t.roles[p.role === 'lead' ? 'lead' : 'partner'] },
        {
          label: t.cost,
          numeric: true,
          phone: 'labelled',
          cell: (p) => euros(p.cost, language),
          foot: euros(f.cost, language),
        },
        {
          label: t.granted,
          numeric: true,
          phone: 'labelled',
          cell: (p) => euros(p.granted, language),
          foot: euros(f.granted, language),
        },
      ]}
    />
  )
}

/** As many decimals as were told. */
const decimalsOf = (n: string): number => (n.split('.')[1] ?? '').replace(/0+$/, '').length

type Told<Item> = { items: readonly Item[]; from: string; language: Language }

function Targets({ items, from, language }: Told<Indicator>) {
  const t = projectText[language]
  const number = (n: string | null, unit: string | null) =>
    n === null ? '–' : `${formatDecimal(Number(n), language, decimalsOf(n))}${unit ? `\u00a0${unit}` : ''}`
  if (items.length === 0) return null
  return (
    <>
      <Table
        caption={t.indicators}
        showCaption
        cards
        language={language}
        density="tight"
        rows={items}
        columns={[
          { label: t.indicator, heading: true, phone: 'wide', cell: (i) => i.indicator },
          { label: t.baseline, numeric: true, phone: 'labelled', cell: (i) => number(i.baseline, i.unit) },
          { label: t.target, numeric: true, phone: 'labelled', cell: (i) => number(i.target, i.unit) },
          ...(items.some((i) => i.evidence)
            ? [{ label: t.evidence, phone: 'line' as const, cell: (i: Indicator) => i.evidence ?? '' }]
            : []),
        ]}
      />
      <p class="note">{t.from(from)}</p>
    </>
  )
}

function Promises({ items, from, language }: Told<Commitment>) {
  const t = projectText[language]
  if (items.length === 0) return null
  return (
    <>
      <Table
        caption={t.commitments}
        showCaption
        cards
        language={language}
        density="tight"
        rows={items}
        columns={[
          { label: t.who, heading: true, cell: (c) => c.organisation || '–', phone: 'wide' },
          {
            label: t.promise,
            phone: 'line',
            cell: (c) =>
              c.kind === 'financing'
                ? t.finances(euros(c.amount, language))
                : [c.what, c.payer && t.pays(c.payer), c.owner && t.owns(c.owner)].filter(Boolean).join('. '),
          },
          { label: t.evidence, phone: 'line', cell: (c) => c.evidence ?? '' },
        ]}
      />
      <p class="note">{t.from(from)}</p>
    </>
  )
}
