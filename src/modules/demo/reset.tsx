import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { Alert, ErrorSummary, PageHead, TextField } from '../../ui/index.ts'
import { AdministrationTabs, administrationCrumbs } from '../audit/index.ts'
import { by } from '../people/index.ts'
import { emptyDemo, rememberDemo } from './queries.ts'
import { text } from './text.ts'

/** The word that the administrator types, in any of the languages. */
const wordOf = (typed: string): boolean =>
  Object.values(text).some((t) => t.word === typed.trim().toLowerCase())

export const resetDemo = command({
  name: 'demo.reset',
  summary: {
    fi: 'Tyhjennä esittelyasennus ja lataa esittely uudelleen; henkilöt ja tapahtumaloki säilyvät',
    sv: 'Töm demonstrationsinstallationen och läs in demonstrationen på nytt; personer och händelselogg finns kvar',
    en: 'Empty a demo installation and load the demo again; people and the audit stay',
  },
  input: z.object({ word: z.string() }),
  output: z.object({ jobId: z.string() }),
  allow: by('administrator'),
  run: async (ctx, { word }) => {
    if (!ctx.installation?.demo) throw refused('conflict', 'notDemo')
    if (!wordOf(word)) throw refused('invalid', 'wrongWord', 'word')
    await emptyDemo(ctx.db)
    const jobId = await ctx.jobs.enqueue(ctx.db, 'demo.load', {})
    await rememberDemo(ctx.db, jobId)
    await bumpRevision(ctx.db)
    ctx.changed({ kind: 'job', id: jobId, before: null, after: { state: 'waiting', job: 'demo.load' } })
    return { jobId }
  },
})

const refused = (kind: 'conflict' | 'invalid', word: 'notDemo' | 'wrongWord', field?: string) =>
  new Refusal(kind, `demo.${word}`, [
    { ...(field && { field }), text: { fi: text.fi[word], sv: text.sv[word], en: text.en[word] } },
  ])

const path = '/administration/demo'

function resetPage(request: PageRequest, error?: string): PageAnswer {
  const { language } = request
  const t = text[language]
  return {
    as: 'page',
    title: t.title,
    nav: 'administration',
    robots: 'noindex',
    status: error ? 422 : 200,
    crumbs: administrationCrumbs(request, { text: t.title }),
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <AdministrationTabs request={request} current="health" />
        <ErrorSummary errors={error ? [{ name: 'word', text: error }] : []} language={language} />
        <Alert title={t.warning} />
        <form method="post" action={request.link(path)}>
          <TextField
            name="word"
            label={t.typeWord(t.word)}
            error={error}
            size="short"
            autocomplete="off"
            language={language}
          />
          <div class="actions">
            <button class="btn main" type="submit">
              {t.button}
            </button>
          </div>
        </form>
      </>
    ),
  }
}

export const pages: readonly Page[] = [
  { method: 'GET', path, run: async (request) => resetPage(request) },
  {
    method: 'POST',
    path,
    run: async (request) => {
      try {
        const word = (await request.form()).get('word') ?? ''
        const { jobId } = await request.perform(resetDemo, { word })
        return { as: 'redirect', to: request.link(`/administration/jobs/${jobId}`) }
      } catch (error) {
        if (!(error instanceof Refusal) || error.kind === 'forbidden') throw error
        return resetPage(request, error.complaints[0]?.text[request.language])
      }
    },
  },
]
