import type { ComponentChildren } from 'preact'
import { centsOf } from '../../kernel/money.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Chain, Menu, OriginLink, PageHead, type Stage, Stats, Tabs, Tag } from '../../ui/index.ts'
import { ownRegistry, shareText } from '../sources/index.ts'
import { facetLabel, priorityName } from './labels.ts'
import { ProjectAside } from './project-aside.tsx'
import { originOf, type ProjectViewProps } from './project-origin.ts'
import { Money, Parties, Times } from './project-sections.tsx'
import { projectText } from './project-text.ts'
import { provenanceText } from './provenance-text.ts'
import type { ProjectItem } from './schemas.ts'
import { StatusTag } from './status-tag.tsx'

export function ProjectView(props: ProjectViewProps) {
  const { project: p, context, supplied = [], language } = props
  const t = projectText[language]
  return (
    <>
      <Head {...props} />
      <Chain stages={stagesOf(props)} language={language} />
      <Stats items={statsOf(props)} language={language} />
      <Tabs
        label={t.tabs}
        items={[
          { href: '#money', label: t.money },
          { href: '#timeline', label: t.timeline },
          { href: '#partners', label: t.partners, count: formatCount(context.parties.length, language) },
          ...supplied.map(({ id, label, count }) => ({
            href: `#${id}`,
            label,
            ...(count !== undefined && { count: formatCount(count, language) }),
          })),
          { href: '#changes', label: t.changes, count: formatCount(context.changes.length, language) },
          { href: '#sources', label: t.sources, count: formatCount(context.statements.length, language) },
        ]}
      />
      <div class="with-aside">
        <div>
          {p.summary && (
            <section>
              <p class="lead" lang={p.language === language ? undefined : p.language}>
                {p.summary}
              </p>
              <p class="note">
                {t.summaryFrom}
                <OriginLink {...originOf(props, 'summary')} language={language} />
              </p>
            </section>
          )}
          <Money {...props} />
          <Times {...props} />
          <Parties {...props} />
          {supplied.map((s) => s.body)}
        </div>
        <ProjectAside {...props} />
      </div>
    </>
  )
}

function Head(props: ProjectViewProps) {
  const { project: p, context, link, language } = props
  const t = projectText[language]
  const lead = context.parties.find((x) => x.role === 'lead')
  return (
    <PageHead
      over={<Over {...props} />}
      title={<span lang={p.language === language ? undefined : p.language}>{p.name}</span>}
      state={
        <>
          {p.status ? (
            <StatusTag status={p.status} language={language} />
          ) : (
            <span class="quiet">{t.noStatus}</span>
          )}
          {p.share !== 'public' && (
            <Tag tone="warm">
              {shareText[language].notPublic}: {shareText[language].shares[p.share].toLowerCase()}
            </Tag>
          )}
          <span class="num">{datesOf(p, language) || t.noDates}</span>
          <OriginLink
            {...originOf(props, p.startDate ? 'start' : 'end', provenanceText[language].field.dates)}
            language={language}
          />
          <span class="quiet">{t.leadLabel}</span>
          {lead?.id ? (
            <a href={link(`/organisations/${lead.id}`)}>{lead.name}</a>
          ) : (
            <span>{lead ? t.hiddenName : t.noLead}</span>
          )}
        </>
      }
      actions={
        <Menu
          label={t.export}
          groups={[
            [
              { href: apiPath(p), label: 'JSON', note: '.json' },
              // A table of one row is asked for by its code.
              ...(p.code === null ? [] : (['csv', 'xlsx'] as const)).map((format) => ({
                href: link(`/projects/export.${format}?q=code:${p.code}`),
                label: format === 'csv' ? 'CSV' : 'Excel',
                note: `.${format}`,
                download: true,
              })),
            ],
          ]}
        />
      }
    />
  )
}

/** "A70202 · EAKR 2014–2020 · 2 Uusimman tiedon ja osaamisen tuottaminen": each part leads to its list. */
function Over({ project: p, link, language }: ProjectViewProps) {
  const t = projectText[language]
  const parts: ComponentChildren[] = p.code === null ? [] : [<span class="num">{p.code}</span>]
  const where = [
    p.fund && facetLabel('fund', p.fund, language),
    p.period && facetLabel('period', p.period, language),
  ]
  if (where.some(Boolean)) parts.push(where.filter(Boolean).join(' '))
  if (p.priority) {
    const words = new URLSearchParams()
    if (p.period) words.set('period', p.period)
    words.set('priority', p.priority)
    const name = priorityName(p.programme, p.priority, language)
    parts.push(
      <a href={link(`/projects?${words}`)}>{name ? `${p.priority}. ${name}` : t.priority(p.priority)}</a>,
    )
  }
  return (
    <>
      {parts.map((part, i) => (
        <>
          {i > 0 && ' · '}
          {part}
        </>
      ))}
    </>
  )
}

export const datesOf = (p: Pick<ProjectItem, 'startDate' | 'endDate'>, language: Language): string =>
  p.startDate || p.endDate
    ? [p.startDate, p.endDate].map((day) => (day ? formatDay(day, language) : '')).join('–')
    : ''

/** What is linked of the way from actors to results; the rest says that it is not. */
function stagesOf({ project: p, context, link, language }: ProjectViewProps): Stage[] {
  const t = projectText[language]
  const n = context.parties.length
  const authority = p.authority.key
  // What was decided here has its whole past in the section of its decision.
  const past = p.registry === ownRegistry && { value: t.onThisPage, href: '#funding' }
  return [
    {
      label: t.stage.actors,
      ...(n > 0 && { value: formatCount(n, language), href: '#partners', note: t.organisations(n) }),
    },
    { label: t.stage.signal },
    { label: t.stage.idea },
    { label: t.stage.workshop },
    { label: t.stage.call, ...past },
    { label: t.stage.application, ...past },
    {
      label: t.stage.decision,
      ...past,
      ...(authority && {
        value: facetLabel('authority', authority, language),
        href: link(`/authorities/${authority}`),
        note: ' ',
      }),
    },
    { label: t.stage.portfolio },
    { label: t.stage.project, value: p.code ?? t.noCode, here: true },
    { label: t.stage.report },
    { label: t.stage.indicator },
    { label: t.stage.result },
  ]
}

function statsOf(props: ProjectViewProps) {
  const { project: p, language } = props
  const t = projectText[language]
  const { currency } = p.amounts
  const stat = (field: 'granted' | 'realised' | 'plannedPublic' | 'totalCost' | 'eu', label: string) => {
    const amount = p.amounts[field]
    const origin = originOf(props, field)
    if (amount === null || currency === null) return { label, missing: t.notTold, origin }
    // Whole units on the page; the exact amount stands behind the i.
    const cents = centsOf(amount)
    const whole = ((cents < 0n ? cents - 50n : cents + 50n) / 100n) * 100n
    return { label, quantity: { amount: { cents: whole, currency } }, origin }
  }
  const items = [
    stat('granted', t.granted),
    stat('realised', t.realised),
    stat('plannedPublic', t.planned),
    ...(p.amounts.totalCost !== null ? [stat('totalCost', t.total)] : []),
    ...(p.amounts.eu !== null ? [stat('eu', t.eu)] : []),
  ]
  return items
}

const apiPath = (p: ProjectItem): string => {
  const path = `/api/projects/${encodeURIComponent(p.key)}`
  return p.registry === 'eura' ? path : `${path}?registry=${encodeURIComponent(p.registry)}`
}
