import type { PageRequest } from '../../kernel/page.ts'
import { shareLevels } from '../../kernel/share.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ChoicesField,
  ErrorSummary,
  Facts,
  type FieldError,
  PageHead,
  SelectField,
  Tag,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { type Draft, DraftForm } from '../drafts/index.ts'
import { Formatted, Talk, type Talked } from '../talk/index.ts'
import { clockText, dayText } from './calendar-view.tsx'
import type { ShownEvent } from './queries.ts'
import { eventKinds, repeats } from './rules.ts'
import { text } from './text.ts'

type Shown = Pick<PageRequest, 'language' | 'link' | 'actor'>

export type EventViewProps = {
  event: ShownEvent
  mayEdit: boolean
  mayCancel: boolean
  talked: Talked | undefined
  request: Shown
}

export function EventView({ event, mayEdit, mayCancel, talked, request }: EventViewProps) {
  const { language, link, actor } = request
  const t = text[language]
  const path = link(`/calendar/${event.id}`)
  const repeat = event.repeats_until
    ? `${t.repeats[event.repeats]}, ${t.until(formatDay(event.repeats_until, language))}`
    : t.repeats[event.repeats]
  const facts = [
    { label: t.day, value: dayText({ start: event.starts_on, end: event.ends_on }, language) },
    {
      label: t.clock,
      value: event.starts_at ? `${clockText(event, language)} (${t.finnishTime})` : t.wholeDay,
    },
    ...(event.repeats === 'never' ? [] : [{ label: t.repeat, value: repeat }]),
    ...(event.place ? [{ label: t.place, value: event.place }] : []),
    ...(event.link
      ? [
          {
            label: t.link,
            value: (
              <a href={event.link} rel="nofollow noopener">
                {event.link}
              </a>
            ),
          },
        ]
      : []),
    {
      label: t.whose,
      value: event.ecosystem_key ? (
        <a href={link(`/ecosystems/${event.ecosystem_key}/calendar`)}>
          {pick(event.ecosystem_name ?? {}, language)?.text}
        </a>
      ) : (
        t.everywhere
      ),
    },
    { label: t.fields.share, value: t.shares[event.share] },
  ]
  return (
    <>
      <PageHead
        over={t.kinds[event.kind]}
        title={<span lang={event.language === language ? undefined : event.language}>{event.title}</span>}
        state={
          <>
            {event.cancelled_at && (
              <Tag tone="bad" sign="stopped">
                {t.cancelled}
              </Tag>
            )}
            {actor.kind === 'person' && <span class="quiet">{t.addedBy(event.author)}</span>}
          </>
        }
        actions={
          <>
            <a class="btn" href={`${path}/event.ics`}>
              {t.download}
            </a>
            {mayEdit && (
              <a class="btn" href={`${path}/edit`}>
                {t.edit}
              </a>
            )}
            {mayCancel && (
              <form method="post" action={`${path}/cancel`}>
                <button
                  class="btn bare"
                  type="submit"
                  name="cancelled"
                  value={event.cancelled_at ? 'no' : 'yes'}
                >
                  {event.cancelled_at ? t.uncancel : t.cancel}
                </button>
              </form>
            )}
          </>
        }
      />
      <Facts items={facts} language={language} />
      {event.body && <Formatted text={event.body} />}
      {talked && <Talk talked={talked} request={request} />}
    </>
  )
}

export const formFields = [
  'title',
  'kind',
  'startDay',
  'startClock',
  'endDay',
  'endClock',
  'repeats',
  'repeatsUntil',
  'place',
  'link',
  'text',
  'share',
] as const
export type EventForm = Record<(typeof formFields)[number], string>

export type EventFormProps = {
  draft: Draft
  errors: readonly FieldError[]
  /** The ecosystems to choose from, where the address names none. */
  places?: readonly { value: string; label: string }[] | undefined
  heading: string
  action: string
  request: Shown
}

export function EventFormView({ draft, errors, places, heading, action, request }: EventFormProps) {
  const { language } = request
  const t = text[language]
  const field = (name: (typeof formFields)[number] | 'ecosystem') => ({
    name,
    label: t.fields[name],
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  return (
    <>
      <PageHead title={heading} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm draft={draft} action={action} submit={t.save} language={language}>
        {places && <SelectField {...field('ecosystem')} choices={places} />}
        <TextField {...field('title')} size="full" />
        <ChoicesField
          {...field('kind')}
          kind="radio"
          choices={eventKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          values={draft.list('kind')}
        />
        <div class="field-pair">
          <TextField {...field('startDay')} size="short" help={t.dayHelp} />
          <TextField {...field('startClock')} size="short" help={t.clockHelp} optional />
        </div>
        <div class="field-pair">
          <TextField {...field('endDay')} size="short" help={t.endDayHelp} optional />
          <TextField {...field('endClock')} size="short" optional />
        </div>
        <SelectField
          {...field('repeats')}
          choices={repeats.map((how) => ({ value: how, label: t.repeats[how] }))}
        />
        <TextField {...field('repeatsUntil')} size="short" help={t.dayHelp} optional />
        <TextField {...field('place')} optional />
        <TextField {...field('link')} type="url" size="full" optional />
        <TextArea {...field('text')} optional />
        <ChoicesField
          {...field('share')}
          kind="radio"
          choices={shareLevels.map((level) => ({ value: level, label: t.shares[level] }))}
          values={draft.list('share')}
        />
      </DraftForm>
    </>
  )
}

export type FeedViewProps = {
  since: Date | null
  /** The address, shown once, when it has just been made. */
  address?: string | undefined
  ended?: boolean
  request: Shown
}

export function FeedView({ since, address, ended, request }: FeedViewProps) {
  const { language, link } = request
  const t = text[language]
  return (
    <>
      <PageHead title={t.feedTitle} lead={t.feedLead} />
      {ended && <Alert tone="ok" title={t.feedEnded} live />}
      {address && (
        <Alert tone="ok" title={t.feedMade} live>
          <a class="feed-address" href={address} data-copied={t.feedMade}>
            {address}
          </a>
        </Alert>
      )}
      {since && !address && <p>{t.feedSince(formatInstant(since, language))}</p>}
      <p class="note">{t.feedHow}</p>
      <div class="actions">
        <form method="post" action={link('/calendar/feed')}>
          <button class={since ? 'btn' : 'btn main'} type="submit">
            {since ? t.feedAgain : t.feedNew}
          </button>
        </form>
        {since && (
          <form method="post" action={link('/calendar/feed/end')}>
            <button class="btn bare" type="submit">
              {t.feedEnd}
            </button>
          </form>
        )}
      </div>
    </>
  )
}
