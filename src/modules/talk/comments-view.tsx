import type { DraftKind } from '../../kernel/draft.ts'
import type { PageRequest } from '../../kernel/page.ts'
import type { Subject } from '../../kernel/subject.ts'
import type { Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Empty, Section, Tag, TextField } from '../../ui/index.ts'
import { type Draft, DraftForm, type DraftOf, DraftWords } from '../drafts/index.ts'
import { maySpeak } from './comment-actions.ts'
import { changedComment, hiddenComment, mayHide, newAnswer } from './comment-drafts.ts'
import { CommentForm, CommentText, type Place } from './comment-form.tsx'
import type { SaidComment } from './comment-queries.ts'
import { Formatted } from './formatted.tsx'
import { text } from './text.ts'

export type Talked = {
  subject: Subject
  items: readonly SaidComment[]
  following: boolean
  closed: boolean
  names: readonly string[]
  /** The ecosystem of what is spoken of; null when it belongs to none. */
  ecosystem: string | null
  places: readonly Place[]
  /** Whether some who see the subject are outside its ecosystem: then a comment may be internal. */
  outsiders: boolean
  /** What was said after this is marked as new. */
  since?: Date | null | undefined
  /** What the reader has begun to write here. */
  drafts: DraftOf
}

/** What a form asks besides the text: of a first comment, or of an answer. */
export const audienceAt = (
  { subject, outsiders, places }: Pick<Talked, 'subject' | 'outsiders' | 'places'>,
  first?: Pick<SaidComment, 'id' | 'share'>,
) =>
  first
    ? {
        subject,
        parent: first.id,
        audience: outsiders && first.share === 'public' ? ('public' as const) : undefined,
      }
    : { subject, audience: outsiders ? ('agreement' as const) : undefined, places }

export type TalkProps = {
  talked: Talked
  /** The heading and its place in the page; left out where the page itself is the discussion. */
  heading?: string | undefined
  request: Pick<PageRequest, 'actor' | 'language' | 'link'>
}

/** What was said of something, thread by thread, and where one says more. Works without script. */
export function Talk({ talked, heading, request }: TalkProps) {
  const { language, actor } = request
  const t = text[language]
  const threads = talked.items.filter((c) => c.parent_id === null)
  const may = maySpeak({ actor }) && !talked.closed
  const props = { talked, request, may }
  return (
    <Section
      id="talk"
      title={heading ?? t.title}
      class="talk"
      note={<FollowButton talked={talked} request={request} />}
    >
      {threads.length === 0 && <Empty title={t.none}>{may ? t.noneNext : ''}</Empty>}
      {threads.map((first) => (
        <Thread {...props} first={first} />
      ))}
      {talked.closed && <p class="note">{t.closed}</p>}
      {!maySpeak({ actor }) && <p class="note">{t.watching}</p>}
      {may && (
        <>
          <DraftWords language={language} />
          <CommentForm
            {...audienceAt(talked)}
            label={t.comment}
            names={talked.names}
            drafts={talked.drafts}
            action={request.link('/comments')}
            language={language}
          />
        </>
      )}
    </Section>
  )
}

export function FollowButton({ talked, request }: Pick<TalkProps, 'talked' | 'request'>) {
  const t = text[request.language]
  return (
    <form method="post" action={request.link('/follow')} class="actions">
      <input type="hidden" name="kind" value={talked.subject.kind} />
      <input type="hidden" name="id" value={talked.subject.id} />
      {talked.following && <span>{t.following}</span>}
      <button class="btn" type="submit" name="following" value={talked.following ? 'no' : 'yes'}>
        {talked.following ? t.unfollow : t.follow}
      </button>
    </form>
  )
}

type Shared = Pick<TalkProps, 'talked' | 'request'> & { may: boolean }

function Thread({ first, ...props }: Shared & { first: SaidComment }) {
  const { talked, request, may } = props
  const t = text[request.language]
  const answers = talked.items.filter((c) => c.parent_id === first.id)
  const isBegun = (kind: DraftKind, { id }: SaidComment) => talked.drafts(kind, id, {}).state.id !== null
  const whole = (
    <>
      <One {...props} comment={first} />
      {answers.length > 0 && (
        <div class="replies">
          {answers.map((comment) => (
            <One {...props} comment={comment} />
          ))}
        </div>
      )}
      {may && !first.hidden_at && (
        <details class="answer" open={isBegun(newAnswer, first)}>
          <summary>{t.answer}</summary>
          <CommentForm
            {...audienceAt(talked, first)}
            label={t.answerTo(first.author)}
            names={talked.names}
            drafts={talked.drafts}
            action={request.link('/comments')}
            language={request.language}
          />
        </details>
      )}
    </>
  )
  // A settled thread folds, so that the open ones are seen; a link into it opens it again (browsers do).
  if (first.resolved_at && !first.hidden_at)
    return (
      <details
        class="thread settled"
        open={isBegun(newAnswer, first) || [first, ...answers].some((c) => isBegun(changedComment, c))}
      >
        <summary>
          {t.resolvedThread(answers.length)} · {first.author}: {first.body.slice(0, 80)}
        </summary>
        {whole}
      </details>
    )
  return <div class="thread">{whole}</div>
}

function One({ comment: c, ...props }: Shared & { comment: SaidComment }) {
  const { talked, request } = props
  const { language } = request
  const t = text[language]
  const fresh = talked.since !== undefined && (talked.since === null || c.created_at > talked.since)
  const self = request.actor.kind === 'person' && request.actor.id === c.person_id
  return (
    <article id={`comment-${c.id}`} class="comment" aria-label={t.by(c.author, when(c.created_at, language))}>
      <p class="comment-head">
        <b>{c.author}</b>{' '}
        <a href={`#comment-${c.id}`} title={t.link}>
          <time dateTime={c.created_at.toISOString()}>{when(c.created_at, language)}</time>
        </a>{' '}
        {fresh && !self && <Tag tone="on">{t.isNew}</Tag>}{' '}
        {talked.outsiders && c.share === 'agreement' && <Tag>{t.insideTag}</Tag>}{' '}
        {c.edited_at && !c.hidden_at && <span class="quiet">{t.edited}</span>}
      </p>
      {c.hidden_at ? (
        <p class="quiet">
          {t.hidden} {c.hidden_reason && t.hiddenWhy(c.hidden_reason)}
        </p>
      ) : (
        <Formatted text={c.body} mentioned={c.mentioned} />
      )}
      {c.resolved_at && c.resolver && !c.hidden_at && (
        <p class="note">{t.resolvedBy(c.resolver, when(c.resolved_at, language))}</p>
      )}
      <Deeds {...props} comment={c} self={self} />
    </article>
  )
}

const when = (at: Date, language: Language): string => formatInstant(at, language)

type EditFormProps = { comment: SaidComment; talked: Talked; action: string; language: Language }

/** One's own comment, to be changed. */
function EditForm({ comment: c, talked, action, language }: EditFormProps) {
  const t = text[language]
  const draft = talked.drafts(changedComment, c.id, { text: c.body })
  return (
    <details open={draft.state.id !== null}>
      <summary>{t.edit}</summary>
      <DraftForm draft={draft} action={action} submit={t.save} language={language} compact>
        <CommentText
          id={`f-edit-${c.id}`}
          label={t.comment}
          rows={4}
          {...{ draft, names: talked.names, language }}
        />
      </DraftForm>
    </details>
  )
}

type HideFormProps = {
  comment: { id: string }
  draft: Draft
  error?: string | undefined
  action: string
  language: Language
}

/** A comment is hidden for a reason that is told in its place. */
export function HideForm({ comment: c, draft, error, action, language }: HideFormProps) {
  const t = text[language]
  return (
    <DraftForm draft={draft} action={action} submit={t.hide} language={language} compact>
      <TextField
        name="reason"
        id={`f-reason-${c.id}`}
        label={t.reason}
        help={t.reasonHelp}
        value={draft.text('reason')}
        error={error}
        language={language}
      />
    </DraftForm>
  )
}

/** What may be done to a comment: small, since reading comes first. */
function Deeds({ comment: c, self, may, talked, request }: Shared & { comment: SaidComment; self: boolean }) {
  const { language, link } = request
  const t = text[language]
  const coordinates = mayHide(request, c)
  const hiding = talked.drafts(hiddenComment, c.id, { reason: '' })
  const path = link(`/comments/${c.id}`)
  if (c.hidden_at)
    return coordinates ? (
      <form method="post" action={`${path}/show`} class="deeds">
        <button type="submit">{t.show}</button>
      </form>
    ) : null
  return (
    <div class="deeds">
      {c.versions.length > 0 && (
        <details>
          <summary>{t.earlier(c.versions.length)}</summary>
          {c.versions.map((v) => (
            <div class="version">
              <p class="note">{t.until(when(new Date(v.until), language))}</p>
              <Formatted text={v.body} />
            </div>
          ))}
        </details>
      )}
      {may && self && <EditForm comment={c} talked={talked} action={`${path}/edit`} language={language} />}
      {may && !c.parent_id && (
        <form method="post" action={`${path}/${c.resolved_at ? 'reopen' : 'resolve'}`}>
          <button type="submit">{c.resolved_at ? t.reopen : t.resolve}</button>
        </form>
      )}
      {coordinates && (
        <details open={hiding.state.id !== null}>
          <summary>{t.hide}</summary>
          <HideForm comment={c} draft={hiding} action={`${path}/hide`} language={language} />
        </details>
      )}
    </div>
  )
}
