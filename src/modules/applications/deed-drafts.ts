import type { DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { officers, withRight } from './access.ts'
import { applicationPath } from './application.ts'
import { pageText } from './page-text.ts'

const about = ({ subject }: { subject: string }) => ({ application: subject })
const at = (page: string) => (subject: string) => `${applicationPath({ id: subject })}/${page}`

/** Why an application is withdrawn. */
export const withdrawDraft: DraftKind = {
  kind: 'application.withdraw',
  shared: false,
  title: inEach((l) => pageText[l].withdraw.title),
  path: at('withdraw'),
  allow: ruleOf(withRight('submit'), about),
  fields: inEach((l) => ({ reason: pageText[l].withdraw.reason })),
}

export const completionDraft: DraftKind = {
  kind: 'application.ask-completion',
  shared: false,
  title: inEach((l) => pageText[l].office.ask),
  path: at('completion'),
  allow: ruleOf(officers, about),
  fields: inEach((l) => {
    const t = pageText[l].office
    return { sections: t.sections, message: t.message, due: t.due }
  }),
}

export const lateDraft: DraftKind = {
  kind: 'application.judge-late',
  shared: false,
  title: inEach((l) => pageText[l].office.lateTitle),
  path: at('late'),
  allow: ruleOf(officers, about),
  fields: inEach((l) => ({ accepted: pageText[l].office.judge, reason: pageText[l].office.lateReason })),
}

export const inviteDraft: DraftKind = {
  kind: 'application.invite',
  shared: false,
  title: inEach((l) => pageText[l].people.invite),
  path: at('people'),
  allow: ruleOf(withRight('submit'), about),
  fields: inEach((l) => ({
    email: pageText[l].people.email,
    level: { label: pageText[l].people.right, values: pageText[l].people.levels },
  })),
}
