import type { PageRequest } from '../../kernel/page.ts'
import { formatInstant } from '../../kernel/time.ts'
import { type AuditEntry, hidden } from './actions.ts'
import { fieldName, kindName } from './record-names.ts'
import { differences, type FieldChange, historyPath } from './rules.ts'
import { text } from './text.ts'
import { wordText } from './word-text.ts'

type Props = { request: PageRequest; entry: AuditEntry }

/** One command: when, who, what, and each record that it changed. */
export function EntryView({ request, entry }: Props) {
  const { language } = request
  const t = text[language]
  const w = wordText[language]
  return (
    <article class="audit-entry" id={`row-${entry.seq}`}>
      <h2>{w.actions[entry.action] ?? entry.does?.[language] ?? <code>{entry.action}</code>}</h2>
      <p class="note">
        <time dateTime={entry.at.toISOString()}>{formatInstant(entry.at, language)}</time> ·{' '}
        <Who request={request} entry={entry} /> · {t.ways[entry.way as keyof typeof t.ways] ?? entry.way} ·{' '}
        <span class="num">
          {t.number} {entry.seq}
        </span>
      </p>
      {entry.changes.map((change) => (
        <ChangeView request={request} change={change} />
      ))}
      <details class="twin">
        <summary>{t.input}</summary>
        <Fields changes={differences(null, entry.input)} request={request} only="after" />
        <p class="note">
          <code>{entry.action}</code>
        </p>
      </details>
    </article>
  )
}

function Who({ request, entry: { actor } }: Props) {
  const t = text[request.language]
  if (actor.kind === 'visitor') return <span>{t.visitor}</span>
  if (actor.kind === 'system')
    return (
      <span>
        {t.system} ({actor.name})
      </span>
    )
  const query = new URLSearchParams({ person: actor.id ?? '' })
  return <a href={request.link(`/administration/audit?${query}`)}>{actor.name ?? actor.id}</a>
}

function ChangeView({ request, change }: { request: PageRequest; change: AuditEntry['changes'][number] }) {
  const t = text[request.language]
  const kind = kindName(change.kind, request.language)
  const fields = differences(change.before, change.after)
  const became = change.before === null ? t.created : change.after === null ? t.removed : ''
  return (
    <div class="audit-change">
      <p>
        <a href={request.link(historyPath(change.kind, change.id))}>{kind}</a> {became}{' '}
        <span class="sub">{change.id}</span>
      </p>
      {fields.length > 0 ? <Fields changes={fields} request={request} /> : <p class="quiet">{t.same}</p>}
    </div>
  )
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

/** Before struck out, after plain; words as well as signs, so that it can be heard. */
function Fields({
  changes,
  request,
  only,
}: {
  changes: readonly FieldChange[]
  request: PageRequest
  only?: 'after'
}) {
  const t = text[request.language]
  const show = (value: string | null) =>
    value === hidden
      ? t.forgotten
      : value && instant.test(value)
        ? formatInstant(new Date(value), request.language)
        : value
  return (
    <dl class="facts audit-fields">
      {changes.map((c) => (
        <div>
          <dt>{fieldName(c.field, request.language) ?? <code>{c.field}</code>}</dt>
          <dd>
            {!only && c.before !== null && (
              <>
                <span class="vh">{t.before}: </span>
                <del>{show(c.before)}</del>{' '}
              </>
            )}
            {!only && c.before !== null && c.after !== null && <span aria-hidden="true">→ </span>}
            {c.after !== null && (
              <>
                {!only && <span class="vh">{t.after}: </span>}
                <ins>{show(c.after)}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
