import type { TestDatabase } from '../../database.ts'

/** Who did what on the road, as the audit says it: "action: name (office)", each once, in the order of the first time. */
export async function auditedSteps({ db }: TestDatabase): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .leftJoin('person', (join) =>
      join.on((on) => on(on.ref('person.id'), '=', on.ref('audit_entry.actor_id'))),
    )
    .leftJoin('office_holding', 'office_holding.person_id', 'person.id')
    .select(['audit_entry.action', 'person.name', 'office_holding.office', 'audit_entry.actor_kind'])
    .orderBy('audit_entry.seq')
    .execute()
  return [
    ...new Set(
      rows.map(({ action, name, office, actor_kind }) =>
        name ? `${action}: ${name}${office ? ` (${office})` : ''}` : `${action}: ${actor_kind}`,
      ),
    ),
  ]
}

const coordinator = 'Kaisa Koordinaattori (coordinator)'
const lead = 'Lena Ledare'
const preparer = 'Vilma Valmistelija (preparer)'
const anna = 'Anna Arvioija (assessor)'
const bo = 'Bo Bedömare (assessor)'
const city = 'Kirsi Kaupunki (city-decider)'
const council = 'Liisa Liitto (council-officer)'

/** Every step of the road, with who took it and in which office. */
export const expectedSteps: readonly string[] = [
  `call.add: ${coordinator}`,
  `call.change: ${coordinator}`,
  `call.set-assessors: ${coordinator}`,
  `form.add: ${coordinator}`,
  `form.change: ${coordinator}`,
  `form.settle: ${coordinator}`,
  `criteria.add: ${coordinator}`,
  `criteria.settle: ${coordinator}`,
  `call.announce: ${coordinator}`,
  `call.move: ${coordinator}`,
  `application.begin: ${lead}`,
  `application.invite: ${lead}`,
  'application.enter-by-invitation: visitor',
  'application.join: Pekka Kumppani',
  `application.submit: ${lead}`,
  `call.move: ${preparer}`,
  `conflict.declare: ${preparer}`,
  `application.ask-completion: ${preparer}`,
  `assessment.begin-check: ${preparer}`,
  `assessment.check: ${preparer}`,
  `assessment.assign: ${preparer}`,
  `assessment.pass: ${preparer}`,
  'conflict.declare: Carl Jävig (assessor)',
  `conflict.declare: ${anna}`,
  `conflict.declare: ${bo}`,
  `sheet.give: ${anna}`,
  `sheet.give: ${bo}`,
  `assessment.settle: ${bo}`,
  `decision.propose: ${preparer}`,
  `meeting.add: ${city}`,
  `meeting.call: ${city}`,
  `meeting.open: ${city}`,
  `meeting.attend: ${city}`,
  `meeting.take-item: ${city}`,
  `meeting.declare: ${city}`,
  'meeting.declare: Kalle Kaupunki (city-decider)',
  `decision.select: ${city}`,
  `meeting.close: ${city}`,
  `conflict.declare: ${council}`,
  `decision.decide: ${council}`,
  `decision.publish: ${council}`,
  `letter.save-templates: ${council}`,
  `letter.send: ${council}`,
]
