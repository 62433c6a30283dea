import type { Subscriptions } from './kernel/job.ts'
import type { Module } from './kernel/module.ts'
import type { Permission } from './kernel/permission.ts'
import { administrationModule } from './modules/administration/module.ts'
import { applicationsModule } from './modules/applications/module.ts'
import { assessmentsModule } from './modules/assessments/module.ts'
import { auditModule } from './modules/audit/module.ts'
import { backupModule } from './modules/backup/module.ts'
import { benchmarksModule } from './modules/benchmarks/module.ts'
import { calendarModule } from './modules/calendar/module.ts'
import { callsModule } from './modules/calls/module.ts'
import { conflictsModule } from './modules/conflicts/module.ts'
import { consortiaModule } from './modules/consortia/module.ts'
import { criteriaModule } from './modules/criteria/module.ts'
import { decisionsModule } from './modules/decisions/module.ts'
import { demoModule } from './modules/demo/module.ts'
import { discussionModule } from './modules/discussion/module.ts'
import { draftsModule } from './modules/drafts/module.ts'
import { ecosystemsModule } from './modules/ecosystems/module.ts'
import { followupModule } from './modules/followup/module.ts'
import { formsModule } from './modules/forms/module.ts'
import { fundingModule } from './modules/funding/module.ts'
import { impactModule } from './modules/impact/module.ts'
import { indicatorsModule } from './modules/indicators/module.ts'
import { integrationModule } from './modules/integration/module.ts'
import { membersModule } from './modules/members/module.ts'
import { networkModule } from './modules/network/module.ts'
import { operatingModule } from './modules/operating/module.ts'
import { operationsModule } from './modules/operations/module.ts'
import { organisationsModule } from './modules/organisations/module.ts'
import { overlapsModule } from './modules/overlaps/module.ts'
import { peopleModule } from './modules/people/module.ts'
import { pictureModule } from './modules/picture/module.ts'
import { portfolioModule } from './modules/portfolio/module.ts'
import { privacyModule } from './modules/privacy/module.ts'
import { processModule } from './modules/process/module.ts'
import { profilesModule } from './modules/profiles/module.ts'
import { projectsModule } from './modules/projects/module.ts'
import { publishingModule } from './modules/publishing/module.ts'
import { reportsModule } from './modules/reports/module.ts'
import { savedModule } from './modules/saved/module.ts'
import { selectionsModule } from './modules/selections/module.ts'
import { situationModule } from './modules/situation/module.ts'
import { sourcesModule } from './modules/sources/module.ts'
import { statisticsModule } from './modules/statistics/module.ts'
import { talkModule } from './modules/talk/module.ts'
import { tiesModule } from './modules/ties/module.ts'
import { workspaceModule } from './modules/workspace/module.ts'

/**
 * The modules in dependency order: each may use the doors of those above it. The house test reads this order.
 * search, solver, people, codes, organisations, drafts, members, talk, ecosystems, operating, sources, statistics, projects,
 * operations, picture, discussion, calendar, saved, forms, criteria, calls, funding, conflicts, applications,
 * assessments, decisions, overlaps, portfolio, selections, profiles, ties, network, impact, process, benchmarks, consortia,
 * indicators, reports, followup, situation, publishing, workspace, integration, audit, backup,
 * privacy, administration, demo
 */
export const modules: readonly Module[] = [
  peopleModule,
  organisationsModule,
  draftsModule,
  membersModule,
  talkModule,
  ecosystemsModule,
  operatingModule,
  sourcesModule,
  statisticsModule,
  projectsModule,
  operationsModule,
  pictureModule,
  discussionModule,
  calendarModule,
  savedModule,
  formsModule,
  criteriaModule,
  callsModule,
  fundingModule,
  conflictsModule,
  applicationsModule,
  assessmentsModule,
  decisionsModule,
  overlapsModule,
  portfolioModule,
  selectionsModule,
  profilesModule,
  tiesModule,
  networkModule,
  impactModule,
  // Its pages stand before those of one benchmark, whose address any word would fill.
  processModule,
  benchmarksModule,
  consortiaModule,
  indicatorsModule,
  reportsModule,
  followupModule,
  situationModule,
  publishingModule,
  workspaceModule,
  integrationModule,
  auditModule,
  backupModule,
  privacyModule,
  administrationModule,
  demoModule,
]

/** Every event with the jobs that follow it, over all modules. */
export function subscriptionsOf(list: readonly Module[]): Subscriptions {
  const all: Record<string, string[]> = {}
  for (const m of list) {
    for (const [event, jobs] of Object.entries(m.subscriptions ?? {})) {
      all[event] = [...(all[event] ?? []), ...jobs]
    }
  }
  return all
}

/** What the permission matrix tells: the rule of every action of every module. */
export const permissionsOf = (list: readonly Module[]): Permission[] =>
  list
    .flatMap((m) => [...(m.actions ?? []), ...(m.innerActions ?? [])])
    .map(({ name, kind, summary, allow }) => ({
      name,
      kind,
      summary,
      who: allow.who,
      inEcosystem: allow.in !== undefined,
      onRecord: allow.record !== undefined,
      ...(allow.only && { only: allow.only.says }),
    }))
