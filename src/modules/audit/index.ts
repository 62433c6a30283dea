/**
 * What happened: who did what to which record, by which way, before and after. The kernel writes it, one row for each
 * command; here it is searched, shown as differences, exported and proved whole (`talkoot audit verify`). Administrators
 * see all of it, a coordinator what concerns an ecosystem of one's own. It also lends the administration's other pages
 * their tabs.
 */
export { type AdministrationTab, AdministrationTabs, administrationCrumbs } from './administration-tabs.tsx'
export { auditOfPerson } from './queries.ts'
