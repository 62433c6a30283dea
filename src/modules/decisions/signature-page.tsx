import { canonical } from '../../kernel/canonical.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, Facts, PageHead, Section } from '../../ui/index.ts'
import { officeName } from './decision-view.tsx'
import { crumbsOf } from './frame.ts'
import { numberOf, pathOf } from './head.ts'
import { missing, verifyDecision } from './reading.ts'
import { text } from './text.ts'

const chosen = async (request: PageRequest) => {
  const { items } = await request.perform(verifyDecision, { decision: request.params.id })
  const asked = request.params.part
  const found = items.find(({ part }) => part.part === asked && part.voidAt === null)
  if (!found) throw missing()
  return found
}

/** One signature, counted again before the reader's eyes. */
async function page(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const { part, verdict, head } = await chosen(request)
  const t = text[language]
  return {
    as: 'page',
    title: `${t.signature}: ${numberOf(head)}`,
    robots: 'noindex',
    crumbs: crumbsOf(request, head, t.signature),
    body: (
      <>
        <PageHead
          over={<a href={link(pathOf(head))}>{`${numberOf(head)} ${head.title}`}</a>}
          title={part.part === 'selection' ? t.city : t.council}
        />
        {verdict.holds ? (
          <Alert tone="ok" title={t.holds}>
            {t.holdsLead}
          </Alert>
        ) : (
          <Alert tone="bad" title={t.broken}>
            {t.brokenLead(verdict.differs.join(', '))}
          </Alert>
        )}
        <Facts
          language={language}
          items={[
            {
              label: t.signature,
              value: `${t.signedBy(part.by, officeName(part.office, language))}, ${formatInstant(part.at, language)}`,
            },
            { label: t.hash, value: <code class="hash">{verdict.hash}</code> },
          ]}
        />
        <Section
          title={t.wholeContent}
          note={<a href={link(`${pathOf(head)}/signature/${part.part}/content.json`)}>{t.download}</a>}
        >
          <p class="note">{t.howVerified}</p>
          <pre class="hash pre-wrap" tabIndex={0}>
            {JSON.stringify(part.content, null, 2)}
          </pre>
        </Section>
      </>
    ),
  }
}

export const signaturePages: readonly Page[] = [
  { method: 'GET', path: '/decisions/{id}/signature/{part}', run: page },
  {
    method: 'GET',
    path: '/decisions/{id}/signature/{part}/content.json',
    run: async (request) => {
      const { part, head } = await chosen(request)
      const name = `${numberOf(head).replace('/', '-')}-${part.part}.json`
      return { as: 'file', name, type: 'application/json', content: canonical(part.content) }
    },
  },
]
