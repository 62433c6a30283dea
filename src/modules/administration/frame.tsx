import type { ComponentChildren } from 'preact'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { PageHead } from '../../ui/index.ts'
import { type AdministrationTab, AdministrationTabs, administrationCrumbs } from '../audit/index.ts'
import { holds } from '../people/index.ts'
import { text } from './text.ts'

type Told = {
  title: string
  lead?: ComponentChildren
  over?: ComponentChildren
  actions?: ComponentChildren
  tab: AdministrationTab
  crumbs?: { text: string; href?: string }[]
  body: ComponentChildren
  status?: 200 | 404 | 422
}

/** A page of the administration: its head, the tabs, what it is about. */
export const administrationPage = (request: PageRequest, told: Told): PageAnswer => ({
  as: 'page',
  title: told.title,
  nav: 'administration',
  robots: 'noindex',
  ...(told.status && { status: told.status }),
  crumbs: administrationCrumbs(request, ...(told.crumbs ?? []), { text: told.title }),
  body: (
    <>
      <PageHead title={told.title} lead={told.lead} over={told.over} actions={told.actions} />
      <AdministrationTabs request={request} current={told.tab} />
      {told.body}
    </>
  ),
})

/** Before a form is read: a file that nobody may bring in is not stored. */
export function mustBeAdministrator(request: PageRequest): void {
  if (holds(request.actor, ['administrator'])) return
  throw new Refusal('forbidden', 'administration.forbidden', [
    {
      text: {
        fi: text.fi.onlyAdministrators,
        sv: text.sv.onlyAdministrators,
        en: text.en.onlyAdministrators,
      },
    },
  ])
}

/** A page of a list from its address. */
export const offsetOf = (url: URL): number =>
  Math.min(1_000_000, Math.max(0, Math.trunc(Number(url.searchParams.get('offset')) || 0)))

/** A form with one button that does one thing. */
export function Deed({
  action,
  label,
  main,
  hidden = {},
}: {
  action: string
  label: string
  main?: boolean
  hidden?: Record<string, string>
}) {
  return (
    <form method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class={main ? 'btn main' : 'btn'} type="submit">
        {label}
      </button>
    </form>
  )
}
