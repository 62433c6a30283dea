import type { PageRequest } from '../../kernel/page.ts'
import { Tabs } from '../../ui/index.ts'
import { holds } from '../people/index.ts'
import { text } from './text.ts'

const paths = {
  health: '/administration',
  jobs: '/administration/jobs',
  mails: '/administration/mails',
  users: '/administration/users',
  security: '/administration/security',
  audit: '/administration/audit',
  privacy: '/administration/privacy',
  storage: '/administration/storage',
} as const
export type AdministrationTab = keyof typeof paths

/** The pages of the administration, on each of them. Who is no administrator sees the audit alone. */
export function AdministrationTabs({
  request,
  current,
}: {
  request: PageRequest
  current: AdministrationTab
}) {
  const t = text[request.language]
  if (!holds(request.actor, ['administrator'])) return null
  const names = Object.keys(paths) as AdministrationTab[]
  return (
    <Tabs
      label={t.administration}
      items={names.map((name) => ({
        href: request.link(paths[name]),
        label: t.tabs[name],
        current: name === current,
      }))}
    />
  )
}

/** The way from the home page to a page of the administration. */
export function administrationCrumbs(request: PageRequest, ...more: { text: string; href?: string }[]) {
  const t = text[request.language]
  return [{ text: t.administration, href: request.link('/administration') }, ...more]
}
