import type { ComponentChildren } from 'preact'
import type { Language } from '../../kernel/text.ts'
import { type Day, formatDay } from '../../kernel/time.ts'
import { type Column, InLanguage, Section, Table, Tag } from '../../ui/index.ts'
import type { ValueOfFrame } from '../ecosystems/index.ts'
import { type Item, type Kind, kinds, type State } from './content.ts'
import { Organisation, type View } from './organisation-view.tsx'
import { PracticeCards } from './practice-view.tsx'
import type { RoleRow } from './role-rows.ts'
import { isOverdue, standingOf } from './rules.ts'
import { text } from './text.ts'
import { type Links, pathOf, periodOf, titleOf } from './words.ts'

export type ListProps = View & {
  /** Key of the ecosystem. */
  at: string
  items: readonly Item[]
  roles: readonly RoleRow[]
  linked: Links
  themes: readonly ValueOfFrame[]
  keeps: boolean
  /** Whether the reader may share good practices. */
  shares: boolean
  today: Day
}

/** The operating model, part by part; what is empty is shown to those who can fill it alone. */
export function OperatingList(props: ListProps) {
  const { items, roles, keeps, shares, language, link, at } = props
  const adds = (kind: Kind) => keeps || (kind === 'practice' && shares)
  const t = text[language]
  const isEmpty = (kind: Kind) => (kind === 'role' ? roles.length === 0 : !items.some((i) => i.kind === kind))
  return (
    <>
      {kinds.map((kind) =>
        isEmpty(kind) && !adds(kind) ? null : (
          <Section
            title={t.sections[kind]}
            id={kind}
            note={adds(kind) && <a href={link(pathOf(at, `/new/${kind}`))}>{t.add[kind]}</a>}
          >
            {isEmpty(kind) ? (
              <p class="quiet">{t.none[kind]}</p>
            ) : kind === 'role' ? (
              <Roles {...props} />
            ) : kind === 'practice' ? (
              <PracticeCards {...props} />
            ) : (
              <Table
                caption={t.sections[kind]}
                cards
                rows={items.filter((item) => item.kind === kind)}
                columns={columnsOf(kind, props)}
                language={language}
              />
            )}
          </Section>
        ),
      )}
    </>
  )
}

const tones = { draft: 'plain', signed: 'ok', 'in-use': 'ok', ended: 'plain' } as const
const signs = { draft: 'waiting', signed: 'done', 'in-use': 'running', ended: 'stopped' } as const

export const StateTag = ({ state, language }: { state: State; language: Language }) => (
  <Tag tone={tones[state]} sign={signs[state]}>
    {text[language].states[state]}
  </Tag>
)

/** When a way of working was last gone through, or that it should be. */
export function ReviewState({ item, today, language }: { item: Item; today: Day; language: Language }) {
  const t = text[language]
  if (!item.reviewOn) return null
  return isOverdue(item, today) ? (
    <Tag tone="warm" sign="waiting">
      {t.overdue}
    </Tag>
  ) : (
    <span class="quiet">{formatDay(item.reviewOn, language)}</span>
  )
}

function columnsOf(kind: Exclude<Kind, 'role' | 'practice'>, props: ListProps): Column<Item>[] {
  const { language, link, at, linked, today } = props
  const t = text[language]
  const named = (label: string): Column<Item> => ({
    label,
    heading: true,
    phone: 'wide',
    cell: (item) => (
      <a href={link(pathOf(at, `/${item.entry}`))}>
        <InLanguage names={item.content.title} language={language} />
      </a>
    ),
  })
  const state: Column<Item> = {
    label: t.state,
    cell: (item) => item.content.state && <StateTag state={item.content.state} language={language} />,
  }
  const version: Column<Item> = { label: t.version, phone: 'labelled', cell: (item) => item.content.version }
  const period: Column<Item> = {
    label: t.period,
    phone: 'labelled',
    cell: (item) => periodOf(item.content, language),
  }
  switch (kind) {
    case 'way':
      return [
        named(t.name),
        { label: t.owner, phone: 'labelled', cell: (item) => item.content.owner },
        {
          label: t.starts,
          phone: 'labelled',
          cell: (item) => item.content.starts && formatDay(item.content.starts, language),
        },
        {
          label: t.reviewDue,
          phone: 'labelled',
          cell: (item) => <ReviewState {...{ item, today, language }} />,
        },
      ]
    case 'contract':
      return [
        named(t.name),
        state,
        {
          label: t.parties,
          phone: 'line',
          cell: (item) => <Parties {...{ item, linked, language, link }} />,
        },
        version,
        period,
      ]
    case 'template':
      return [named(t.name), state, version]
    case 'responsibility':
      return [
        named(t.area),
        {
          label: t.holder,
          phone: 'labelled',
          cell: (item) => <Answerer {...{ item, linked, language, link }} />,
        },
        { label: t.deputy, phone: 'labelled', cell: (item) => item.content.deputy },
        period,
      ]
  }
}

type OfItem = View & { item: Item; linked: Links }

export const Parties = ({ item, linked, language, link }: OfItem) =>
  joined((item.content.parties ?? []).map((one) => <Organisation {...{ one, linked, language, link }} />))

/** The office that answers, and the organisation where it is. */
export function Answerer({ item, linked, language, link }: OfItem) {
  const { holder, organisation } = item.content
  return joined([
    ...(holder ? [holder] : []),
    ...(organisation ? [<Organisation one={organisation} {...{ linked, language, link }} />] : []),
  ])
}

const joined = (parts: readonly ComponentChildren[]) => (
  <>
    {parts.map((part, i) => (
      <>
        {i > 0 && ', '}
        {part}
      </>
    ))}
  </>
)

/** Who takes part in which role: what sources say and what people have stated, in one table. */
function Roles({ roles, linked, today, language, link, at }: ListProps) {
  const t = text[language]
  return (
    <>
      <p class="note">{t.rolesNote}</p>
      <Table
        caption={t.sections.role}
        cards
        rows={roles}
        language={language}
        columns={[
          {
            label: t.organisation,
            heading: true,
            phone: 'wide',
            cell: (row) => <Organisation one={row.organisation} {...{ linked, language, link }} />,
          },
          { label: t.role, phone: 'labelled', cell: (row) => row.role },
          { label: t.theme, phone: 'labelled', cell: (row) => row.theme },
          {
            label: t.period,
            phone: 'labelled',
            cell: (row) => <Period of={row} today={today} language={language} />,
          },
          {
            label: t.from,
            phone: 'line',
            cell: (row) =>
              row.item ? (
                <a href={link(pathOf(at, `/${row.item.entry}`))}>
                  {t.statedHere}
                  <span class="vh">: {titleOf(row.item, linked, language)}</span>
                </a>
              ) : (
                <span class="quiet">{row.source}</span>
              ),
          },
        ]}
      />
    </>
  )
}

type PeriodProps = { of: RoleRow; today: Day; language: Language }

/** When a role is held; that it is not held today is said in words. */
function Period({ of, today, language }: PeriodProps) {
  const period = periodOf(of, language)
  const standing = standingOf(of, today)
  if (!period) return null
  return (
    <>
      {period} {standing !== 'now' && <Tag>{text[language].standing[standing]}</Tag>}
    </>
  )
}
