import type { Page } from '../../kernel/page.ts'
import { basicsPage, takeBasics } from './basics-page.tsx'
import { cardPage, takeCard } from './card-page.tsx'
import { competencesPage, industriesPage, takeCompetence, takeIndustry } from './code-pages.tsx'
import { profilePath } from './edit-frame.tsx'
import { confirmProfile, removeFact, restoreFact } from './fact-actions.ts'
import { historyPage } from './history-page.tsx'
import { hubPage } from './hub-page.tsx'

const at = '/organisations/{id}/profile'

/** Where one comes back to after something was taken out: the page on which it stood. */
const homeOf: Readonly<Record<string, string>> = {
  competence: '/competences',
  industry: '/industries',
  picture: '/pictures',
}

export const pages: readonly Page[] = [
  { method: 'GET', path: at, run: hubPage },
  { method: 'GET', path: `${at}/basics`, run: (request) => basicsPage(request) },
  { method: 'POST', path: `${at}/basics`, run: takeBasics },
  { method: 'GET', path: `${at}/new/{kind}`, run: (request) => cardPage(request) },
  { method: 'POST', path: `${at}/new/{kind}`, run: takeCard },
  { method: 'GET', path: `${at}/cards/{entry}`, run: (request) => cardPage(request) },
  { method: 'POST', path: `${at}/cards/{entry}`, run: takeCard },
  { method: 'GET', path: `${at}/competences`, run: (request) => competencesPage(request) },
  { method: 'POST', path: `${at}/competences`, run: takeCompetence },
  { method: 'GET', path: `${at}/industries`, run: (request) => industriesPage(request) },
  { method: 'POST', path: `${at}/industries`, run: takeIndustry },
  { method: 'GET', path: `${at}/history`, run: historyPage },
  {
    method: 'POST',
    path: `${at}/confirm`,
    run: async (request) => {
      const of = await request.perform(confirmProfile, { id: request.params.id })
      return { as: 'redirect', to: request.link(profilePath(of)) }
    },
  },
  {
    method: 'POST',
    path: `${at}/remove`,
    run: async (request) => {
      const of = await request.perform(removeFact, { entry: (await request.form()).get('entry') })
      return { as: 'redirect', to: request.link(profilePath(of, homeOf[of.kind] ?? '')) }
    },
  },
  {
    method: 'POST',
    path: `${at}/restore`,
    run: async (request) => {
      const form = await request.form()
      const asked = { entry: form.get('entry'), fact: form.get('fact') }
      const of = await request.perform(restoreFact, asked)
      return { as: 'redirect', to: request.link(profilePath(of, '/history')) }
    },
  },
]
