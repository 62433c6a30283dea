import type { z } from 'zod'
import { formatCount, type Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Table, Tag } from '../../ui/index.ts'
import type { getWebhook, listWebhooks } from './webhook-actions.ts'
import { text } from './webhook-text.ts'

type Delivery = z.output<(typeof getWebhook)['output']>['deliveries'][number]
type Kinds = z.output<(typeof listWebhooks)['output']>['kinds']
type Attempt = Delivery['attempts'][number]

const tones = { waiting: 'plain', done: 'ok', 'given-up': 'bad' } as const

/** What an event is, in words; its code where it is none that can be listened to, such as a trial. */
export const saidOf = (kind: string, kinds: Kinds, language: Language): string =>
  kinds.find((k) => k.name === kind)?.says[language] ?? kind

/** What was sent, what the receiver said each time, and a way to send it again. */
export function Deliveries(props: {
  items: readonly Delivery[]
  kinds: Kinds
  language: Language
  again: (id: string) => string
}) {
  const { items, kinds, language, again } = props
  const t = text[language]
  return (
    <Table
      caption={t.log}
      cards
      rows={items}
      language={language}
      columns={[
        { label: t.time, phone: 'labelled', cell: (d) => formatInstant(d.createdAt, language) },
        { label: t.kind, heading: true, cell: (d) => saidOf(d.kind, kinds, language) },
        {
          label: t.state,
          phone: 'labelled',
          cell: (d) => (
            <>
              <Tag tone={tones[d.state as keyof typeof tones]}>
                {t.deliveryStates[d.state as keyof typeof tones]}
              </Tag>
              {d.state === 'waiting' && d.nextAt && d.attempts.length > 0 && (
                <div class="note">{t.next(formatInstant(d.nextAt, language))}</div>
              )}
            </>
          ),
        },
        {
          label: t.came,
          phone: 'wide',
          cell: (d) => (
            <details>
              <summary>{d.attempts.length > 0 ? cameOf(d.attempts.at(-1)!, language) : t.whole}</summary>
              <pre tabIndex={0}>{d.body}</pre>
              {d.attempts.map((a, i) => (
                <p class="note">
                  {t.attempt(
                    String(i + 1),
                    formatInstant(a.at, language),
                    formatCount(a.milliseconds, language),
                  )}
                  : {cameOf(a, language)} <code>{a.answer?.slice(0, 300)}</code>
                </p>
              ))}
            </details>
          ),
        },
        {
          label: t.again,
          quiet: true,
          cell: (d) => (
            <form method="post" action={again(d.id)}>
              <button
                class="btn"
                type="submit"
                aria-label={t.againLabel(
                  saidOf(d.kind, kinds, language),
                  formatInstant(d.createdAt, language),
                )}
              >
                {t.again}
              </button>
            </form>
          ),
        },
      ]}
    />
  )
}

function cameOf({ status, error }: Attempt, language: Language): string {
  if (status !== null) return `HTTP ${status}`
  const { why } = text[language]
  return error && error in why ? why[error as keyof typeof why] : `${why.connection} ${error ?? ''}`.trim()
}
