import type { Language } from '../../kernel/text.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Empty, type FieldError, Section, SelectField, Table, Tag, TextField } from '../../ui/index.ts'
import { type Draft, DraftForm, DraftWords } from '../drafts/index.ts'
import { type MemberRecord, membersText, type Office, officeDeeds, officeNames } from '../people/index.ts'

type View = { language: Language; link: (path: string) => string }
type HeldOffice = MemberRecord['offices'][number]

export function periodOf({ starts, ends }: Pick<HeldOffice, 'starts' | 'ends'>, language: Language): string {
  const t = membersText[language]
  const from = formatDay(starts, language)
  return ends === null ? t.from(from) : t.span(from, formatDay(ends, language))
}

export const placeOf = (ecosystem: HeldOffice['ecosystem'], language: Language): string =>
  ecosystem ? (pick(ecosystem.name, language)?.text ?? ecosystem.key) : membersText[language].everywhere

export function StateTag({ state, language }: { state: HeldOffice['state']; language: Language }) {
  const sign = ({ coming: 'waiting', now: 'running', past: 'done' } as const)[state]
  return <Tag sign={sign}>{membersText[language].states[state]}</Tag>
}

type MembersProps = View & {
  items: readonly MemberRecord[]
  /** Whether the reader may change offices here. */
  keeps: boolean
  /** Whether the place of each office is told: not in the list of one ecosystem. */
  places: boolean
  empty: { title: string; next: string }
}

/** Who holds what, one person a row. */
export function Members({ items, empty, ...props }: MembersProps) {
  const t = membersText[props.language]
  if (items.length === 0) return <Empty title={empty.title}>{empty.next}</Empty>
  return (
    <Table
      caption={t.members}
      language={props.language}
      cards
      rows={items}
      columns={[
        {
          label: t.person,
          heading: true,
          phone: 'wide',
          cell: (person) => (
            <>
              <b>{person.name}</b>
              {person.email && <span class="sub">{person.email}</span>}
              {person.organisations.length > 0 && <span class="sub">{person.organisations.join(', ')}</span>}
            </>
          ),
        },
        { label: t.offices, phone: 'wide', cell: (person) => <Offices person={person} {...props} /> },
      ]}
    />
  )
}

function Offices({ person, ...props }: Omit<MembersProps, 'items' | 'empty'> & { person: MemberRecord }) {
  const t = membersText[props.language]
  const held = person.offices.filter((o) => o.state !== 'past')
  const past = person.offices.filter((o) => o.state === 'past')
  return (
    <>
      {held.length === 0 ? (
        <p class="quiet">{props.places ? `${t.noOffices}. ${t.noOfficesNext}` : t.noOfficesHere}</p>
      ) : (
        <ul class="plain">
          {held.map((office) => (
            <Held of={office} person={person} {...props} />
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details>
          <summary>
            {t.earlier} ({past.length})
          </summary>
          <ul class="plain">
            {past.map((office) => (
              <Held of={office} person={person} {...props} keeps={false} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

type HeldProps = Omit<MembersProps, 'items' | 'empty'> & { of: HeldOffice; person: MemberRecord }

function Held({ of: held, person, keeps, places, language, link }: HeldProps) {
  const t = membersText[language]
  const name = officeNames[language][held.office]
  return (
    <li>
      {name}
      {places && <>, {placeOf(held.ecosystem, language)}</>}{' '}
      <span class="quiet num">{periodOf(held, language)}</span>{' '}
      {held.deputyOf && <span class="quiet">{t.deputyOf(held.deputyOf)} </span>}
      {held.state !== 'now' && <StateTag state={held.state} language={language} />}{' '}
      {keeps && (
        <a href={link(`/members/offices/${held.id}`)} aria-label={t.manageOf(name, person.name)}>
          {t.manage}
        </a>
      )}
    </li>
  )
}

type GiveProps = View & {
  action: string
  offices: readonly Office[]
  /** Where the office may be held, when there is a choice. */
  places?: readonly { key: string; name: string }[] | undefined
  draft: Draft
  errors: readonly FieldError[]
}

/** Gives an office to somebody who has an account. */
export function Give({ action, offices, places, draft, errors, language, link }: GiveProps) {
  const t = membersText[language]
  const field = (name: string) => ({
    name,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  return (
    <Section title={t.give} id="give">
      <p class="note">
        {t.giveLead} <a href={link('/members/invitations/new')}>{t.invite}</a>
      </p>
      <DraftWords language={language} />
      <DraftForm draft={draft} action={link(action)} submit={t.giveButton} language={language} compact main>
        <TextField {...field('email')} type="email" inputmode="email" label={t.email} />
        <SelectField
          {...field('office')}
          label={t.office}
          choices={offices.map((office) => ({
            value: office,
            label: `${officeNames[language][office]}: ${officeDeeds[language][office]}`,
          }))}
        />
        {places && (
          <SelectField
            {...field('ecosystem')}
            label={t.where}
            none={t.choose}
            choices={[
              ...places.map(({ key, name }) => ({ value: key, label: name })),
              { value: '*', label: t.everywhereChoice },
            ]}
          />
        )}
        <TextField {...field('starts')} label={t.starts} help={t.startsHelp} size="short" optional />
        <TextField {...field('ends')} label={t.ends} help={t.endsHelp} size="short" optional />
      </DraftForm>
    </Section>
  )
}
