import type { PageRequest } from '../../kernel/page.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, LinkList, Section } from '../../ui/index.ts'
import { applicationPath } from './application.ts'
import { History, Versions } from './happenings.tsx'
import { pageText } from './page-text.ts'
import { PartnersTable } from './partners-table.tsx'
import type { Overview } from './read-actions.ts'
import { text } from './text.ts'

/** An application as the offices see it: what was sent, by whom, and what they can ask. */
export function OfficeView({ found, request }: { found: Overview; request: PageRequest }) {
  const { language, link } = request
  const { application, partners } = found
  const t = pageText[language].office
  const own = applicationPath(application)
  return (
    <div class="with-aside">
      <div>
        {application.late && application.lateAccepted === null && (
          <Alert tone="warm" title={t.lateTitle}>
            <a class="btn" href={link(`${own}/late`)}>
              {t.judge}
            </a>
          </Alert>
        )}
        <Section title={t.partnersTitle}>
          <PartnersTable partners={partners} request={request} />
        </Section>
        <div class="actions">
          <a class="btn main" href={link(`${own}/versions/${application.version}`)}>
            {t.read}
          </a>
        </div>
        {found.completions.length > 0 && (
          <Section title={t.completions}>
            <ul>
              {found.completions.map((c) => (
                <li>
                  {formatInstant(c.at, language)}, {c.by_whom}:{' '}
                  {c.answered_version
                    ? t.answered(c.answered_version)
                    : c.ended_at
                      ? t.ended
                      : `${t.open}, ${formatInstant(c.due_at, language)}`}
                  <p class="pre">{c.message}</p>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {application.state === 'submitted' && (
          <div class="actions">
            <a class="btn" href={link(`${own}/completion`)}>
              {t.ask}
            </a>
          </div>
        )}
        {application.state === 'reopened' && (
          <form method="post" action={link(`${own}/completion/end`)}>
            <button class="btn" type="submit">
              {t.endAsk}
            </button>
          </form>
        )}
      </div>
      <aside class="aside">
        <Versions found={found} request={request} />
        <LinkList
          items={[
            { href: link(`${own}/assessment`), label: t.assessment },
            { href: link(`${own}/conflict`), label: t.conflict },
            { href: link(`${own}/packet.zip`), label: text[language].list.packet },
            { href: link(`/calls/${application.call.code}/applications`), label: t.list },
          ]}
        />
        <History found={found} request={request} />
      </aside>
    </div>
  )
}
