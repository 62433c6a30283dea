import type { MiddlewareHandler } from 'hono'
import { perform } from '../kernel/action.ts'
import type { Language } from '../kernel/text.ts'
import { demoProgress } from '../modules/demo/index.ts'
import { PageHead, Progress } from '../ui/index.ts'
import { languageOf, respond } from './pages.tsx'
import type { Shell } from './shell.ts'
import { text } from './text.ts'

const open = /^\/(health|metrics|assets\/|favicon|(\.well-known\/)?security\.txt)/

/** While the demo is being loaded for the first time, every address shows how far it is, and then itself. */
export function showLoading(shell: Shell): MiddlewareHandler {
  let loaded = !shell.config.demo
  return async (c, next) => {
    if (loaded || open.test(c.req.path)) return next()
    const stage = shell.stage({ kind: 'visitor' }, 'fi')
    const progress = await perform(demoProgress, stage, {})
    if (!progress || progress.state === 'done' || progress.state === 'failed') {
      loaded = true
      return next()
    }
    c.header('retry-after', '2')
    if (c.req.path === '/ready' || c.req.path.startsWith('/api/'))
      return c.json({ status: 'loading', ...progress }, 503)
    const language = languageOf(c)
    return respond(c, loadingPage(language, progress), shell, { kind: 'visitor' })
  }
}

function loadingPage(language: Language, progress: { done: number; total: number | null; step: string }) {
  const t = text[language]
  return {
    as: 'page' as const,
    title: t.loading,
    robots: 'noindex' as const,
    refresh: 1,
    body: (
      <>
        <PageHead title={t.loading} lead={t.loadingLead} />
        <Progress
          id="loading"
          label={t.loadingRows}
          done={progress.done}
          total={progress.total ?? undefined}
          note={t.steps[progress.step as keyof typeof t.steps] ?? ''}
          language={language}
        />
      </>
    ),
  }
}
