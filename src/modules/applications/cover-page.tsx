import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Facts, Section } from '../../ui/index.ts'
import { callPath } from '../calls/index.ts'
import { GateView } from '../conflicts/index.ts'
import { type Cover, readCover } from './cover-actions.ts'
import { applicationPage } from './frame.tsx'
import { pageText } from './page-text.ts'
import { PartnersTable } from './partners-table.tsx'

/** What somebody there by office sees of an application until they have said whether they are conflicted, or when they are. */
function coverPage(request: PageRequest, cover: Cover, status?: 403): PageAnswer {
  const { language, link } = request
  const t = pageText[language].office
  const { application, gate, partners, awaits } = cover
  const { call } = application
  return applicationPage(
    request,
    cover,
    status ? { status } : {},
    <>
      <GateView gate={gate} application={application.id} call={call.code} request={request} />
      <Facts
        language={language}
        items={[
          {
            label: t.call,
            value: <a href={link(callPath(call))}>{pick(call.title, language)?.text ?? call.code}</a>,
          },
          ...(application.submittedAt
            ? [{ label: t.sent, value: formatInstant(application.submittedAt, language) }]
            : []),
          { label: t.awaits, value: awaits ? t.awaited[awaits] : t.awaited.nothing },
        ]}
      />
      <Section title={t.partnersTitle}>
        <PartnersTable partners={partners} request={request} />
      </Section>
      <p>
        <a href={link(`/calls/${call.code}/applications`)}>{t.list}</a>
      </p>
    </>,
  )
}

/**
 * A page that reads an application: who is there by office and not free of conflict gets the cover instead. Its own
 * people and everybody else hear what the page's action says.
 */
export const behindCover =
  (run: Page['run'], status?: 403): Page['run'] =>
  async (request) => {
    try {
      return await run(request)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'forbidden') throw error
      const cover = await request.perform(readCover, { application: request.params.id }).catch((other) => {
        throw other instanceof Refusal ? error : other
      })
      if (cover.gate.is === 'free') throw error
      return coverPage(request, cover, status)
    }
  }
