import type { PageRequest } from '../../kernel/page.ts'
import { shareLevels } from '../../kernel/share.ts'
import { type Names, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  ChoicesField,
  ErrorSummary,
  type FieldError,
  PageHead,
  Tag,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { type Draft, DraftForm } from '../drafts/index.ts'
import { Formatted, Talk, type Talked } from '../talk/index.ts'
import type { Topic } from './queries.ts'
import { text } from './text.ts'

type Shown = Pick<PageRequest, 'language' | 'link' | 'actor'>

export type TopicViewProps = {
  topic: Topic & { author: string; ecosystem_key: string }
  values: readonly { value: string; name: Names }[]
  talked: Talked | undefined
  mayEdit: boolean
  mayLead: boolean
  path: string
  request: Shown
}

/** One topic and what was said in it, the oldest first, as one reads a conversation. */
export function TopicView({ topic, values, talked, mayEdit, mayLead, path, request }: TopicViewProps) {
  const { language } = request
  const t = text[language]
  const about = topic.frame_values.flatMap((v) => values.find((n) => n.value === v) ?? [])
  return (
    <article class="topic">
      <PageHead
        over={t.opened(topic.author, formatInstant(topic.created_at, language))}
        title={<span lang={topic.language === language ? undefined : topic.language}>{topic.title}</span>}
        state={
          <>
            {topic.pinned && <Tag>{t.pinned}</Tag>}
            {topic.closed_at && <Tag sign="done">{t.closedTag}</Tag>}
            <span>{t.shares[topic.share]}</span>
            {about.map((v) => (
              <span class="quiet">{pick(v.name, language)?.text}</span>
            ))}
            {topic.edited_at && <span class="quiet">{t.edited}</span>}
          </>
        }
      />
      <Formatted text={topic.body} />
      {(mayEdit || mayLead) && (
        <div class="deeds">
          {mayEdit && <a href={`${path}/edit`}>{t.edit}</a>}
          {mayLead && (
            <form method="post" action={`${path}/lead`}>
              <button type="submit" name="pinned" value={topic.pinned ? 'no' : 'yes'}>
                {topic.pinned ? t.unpin : t.pin}
              </button>
              <button type="submit" name="closed" value={topic.closed_at ? 'no' : 'yes'}>
                {topic.closed_at ? t.reopen : t.close}
              </button>
            </form>
          )}
        </div>
      )}
      {talked && <Talk talked={talked} heading={t.answersTitle} request={request} />}
    </article>
  )
}

export type TopicFormProps = {
  draft: Draft
  errors: readonly FieldError[]
  values: readonly { value: string; name: Names }[]
  heading: string
  button: string
  action: string
  request: Shown
}

/** Where a topic is written or changed. */
export function TopicFormView({ draft, errors, values, heading, button, action, request }: TopicFormProps) {
  const { language } = request
  const t = text[language]
  const wrong = (name: string) => errors.find((e) => e.name === name)?.text
  return (
    <>
      <PageHead title={heading} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm draft={draft} action={action} submit={button} language={language}>
        <TextField
          name="title"
          label={t.titleField}
          value={draft.text('title')}
          error={wrong('title')}
          size="full"
          language={language}
        />
        <TextArea
          name="text"
          label={t.textField}
          help={t.textHelp}
          value={draft.text('text')}
          error={wrong('text')}
          rows={9}
          language={language}
        />
        <ChoicesField
          kind="radio"
          name="share"
          label={t.share}
          choices={shareLevels.map((level) => ({ value: level, label: t.shares[level] }))}
          values={draft.list('share')}
          language={language}
        />
        {values.length > 0 && (
          <ChoicesField
            kind="checkbox"
            name="values"
            label={t.values}
            optional
            choices={values.map((v) => ({ value: v.value, label: pick(v.name, language)?.text ?? v.value }))}
            values={draft.list('values')}
            language={language}
          />
        )}
      </DraftForm>
    </>
  )
}
