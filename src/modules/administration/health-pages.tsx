import type { Page, PageRequest } from '../../kernel/page.ts'
import { Alert, Facts, LinkList, Section, Tag } from '../../ui/index.ts'
import { administrationPage } from './frame.tsx'
import { installationHealth } from './health-actions.ts'
import { healthText, saidOf } from './health-text.ts'
import { text } from './text.ts'

async function healthPage(request: PageRequest) {
  const { language } = request
  const t = text[language]
  const h = healthText[language]
  const { version, demo, findings } = await request.perform(installationHealth, {})
  const troubles = findings.filter((f) => f.health !== 'ok').length
  const bad = findings.some((f) => f.health === 'bad')
  const tones = { ok: 'ok', warn: 'warm', bad: 'bad' } as const
  return administrationPage(request, {
    title: t.health,
    lead: (
      <>
        {t.healthLead} <code>talkoot doctor</code>
      </>
    ),
    tab: 'health',
    body: (
      <>
        <Alert
          tone={bad ? 'bad' : troubles > 0 ? 'warm' : 'ok'}
          title={troubles > 0 ? t.toSee(troubles) : t.allWell}
        />
        <ul class="checks">
          {findings.map((f) => (
            <li>
              <div>
                <Tag tone={tones[f.health]} sign={f.health === 'ok' ? 'done' : undefined}>
                  {h.health[f.health]}
                </Tag>
              </div>
              <div>
                <b>{h.names[f.check]}</b>
                <p>{saidOf(f, language)}</p>
              </div>
            </li>
          ))}
        </ul>
        <Facts
          language={language}
          items={[
            { label: t.version, value: `Talkoot ${version}` },
            { label: t.licence, value: <a href={request.link('/about')}>EUPL-1.2</a> },
            ...(demo
              ? [{ label: t.demo, value: <a href={request.link('/administration/demo')}>{t.resetDemo}</a> }]
              : []),
          ]}
        />
        <Section title={t.elsewhere}>
          <LinkList items={elsewhere(request)} />
        </Section>
      </>
    ),
  })
}

/** Pages that an administrator cares for and that stand outside the administration. */
const elsewhere = ({ language, link }: PageRequest) =>
  (['members', 'permissions', 'preview', 'webhooks', 'sources'] as const).map((page) => ({
    href: link(`/${page}`),
    ...text[language].pages[page],
  }))

export const healthPages: readonly Page[] = [{ method: 'GET', path: '/administration', run: healthPage }]
