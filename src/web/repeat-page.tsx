import type { ComponentChildren } from 'preact'
import type { PageAnswer } from '../kernel/page.ts'
import type { Language } from '../kernel/text.ts'
import { type Repeat, SignInView, peopleText as text } from '../modules/people/index.ts'
import type { Shell } from './shell.ts'

/** What the sign-in page is given by this installation. */
export const waysIn = (shell: Shell) => ({
  mailServer: shell.config.mail !== undefined,
  providers: shell.config.providers.map((p, i) => ({ number: i + 1, name: p.name })),
  demo: shell.demoSignIn,
})

export const page = (
  title: string,
  body: ComponentChildren,
  status: Extract<PageAnswer, { as: 'page' }>['status'] = 200,
): PageAnswer => ({ as: 'page', title, robots: 'noindex', status, body })

/** The page that a form without a session gets: it keeps what was typed. */
export const signInToRepeat = (shell: Shell, language: Language, repeat: Repeat): PageAnswer =>
  page(
    text[language].expiredTitle,
    <SignInView {...{ language, repeat, to: '/' }} {...waysIn(shell)} demo={false} />,
    403,
  )
