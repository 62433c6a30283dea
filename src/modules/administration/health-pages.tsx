import type { Page, PageRequest } from '../../kernel/page.ts'
import { formatCount, formatDecimal, type Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, Empty, Facts, Scroll, Section, Table, Tag } from '../../ui/index.ts'
import { administrationPage } from './frame.tsx'
import { installationHealth, installationStorage } from './health-actions.ts'
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
      </>
    ),
  })
}

/** 1536 -> "1,5 kt", in the language's own signs. */
function size(bytes: number, language: Language): string {
  const units = language === 'fi' ? ['t', 'kt', 'Mt', 'Gt'] : ['B', 'kB', 'MB', 'GB']
  let value = bytes
  let i = 0
  while (value >= 1000 && i < units.length - 1) {
    value /= 1000
    i += 1
  }
  return `${formatDecimal(value, language, i === 0 || value >= 100 ? 0 : 1)} ${units[i]}`
}

async function storagePage(request: PageRequest) {
  const { language } = request
  const t = text[language]
  const seen = await request.perform(installationStorage, {})
  return administrationPage(request, {
    title: t.storage,
    lead: t.storageLead,
    tab: 'storage',
    body: (
      <>
        <Facts
          language={language}
          items={[
            { label: t.database, value: size(seen.databaseBytes, language) },
            { label: t.files, value: size(seen.files.bytes, language) },
            { label: t.fileCount, value: formatCount(seen.files.count, language) },
            ...(seen.freeBytes === null ? [] : [{ label: t.free, value: size(seen.freeBytes, language) }]),
          ]}
        />
        <Section title={t.backups}>
          {seen.backups.length === 0 ? (
            <Empty title={t.noBackups}>{t.noBackupsNext}</Empty>
          ) : (
            <Table
              language={language}
              caption={t.backups}
              cards
              rows={seen.backups}
              columns={[
                { label: t.path, heading: true, cell: (b) => b.file, class: 'breaks' },
                { label: t.when, cell: (b) => formatInstant(b.finishedAt, language) },
                { label: t.size, numeric: true, cell: (b) => size(b.bytes, language) },
                { label: t.state, cell: (b) => (b.encrypted ? t.encrypted : t.plain) },
              ]}
            />
          )}
        </Section>
        <Section title={t.tables}>
          <Scroll label={t.tables}>
            <Table
              language={language}
              caption={t.tables}
              density="tight"
              rows={seen.tables}
              columns={[
                { label: t.table, heading: true, cell: (r) => <code>{r.name}</code> },
                { label: t.size, numeric: true, cell: (r) => size(r.bytes, language) },
                { label: t.rows, numeric: true, cell: (r) => formatCount(r.rows, language) },
              ]}
            />
          </Scroll>
        </Section>
      </>
    ),
  })
}

export const healthPages: readonly Page[] = [
  { method: 'GET', path: '/administration', run: healthPage },
  { method: 'GET', path: '/administration/storage', run: storagePage },
]
