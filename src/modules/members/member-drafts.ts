import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, ownNames } from '../../kernel/text.ts'
import {
  giveOffice,
  invitationText,
  membersText,
  nameDeputy,
  officeNames,
  openInvitations,
  placeNames,
} from '../people/index.ts'

/** Where else the key of an ecosystem stands: the whole installation. */
export const everywhere = '*'

export const newInvitation: DraftKind = {
  kind: 'invitation.new',
  shared: false,
  title: inEach((l) => invitationText[l].new),
  path: () => '/members/invitations/new',
  allow: ruleOf(openInvitations.allow, () => ({ state: 'open' as const })),
  fields: inEach((l): DraftFields => {
    const t = invitationText[l]
    return {
      how: { label: t.how, values: { mail: t.byMail, link: t.byLink } },
      email: t.email,
      name: t.name,
      office: { label: t.office, values: officeNames[l] },
      ecosystem: { label: t.place, values: { everywhere: t.everywhere } },
      organisation: t.organisation,
      language: { label: t.language, values: ownNames },
      days: t.days,
      places: t.places,
    }
  }),
  told: async (asking) => ({ ecosystem: { values: await placeNames(asking) } }),
}

const officeFields = inEach((l): DraftFields => {
  const t = membersText[l]
  return {
    email: t.email,
    office: { label: t.office, values: officeNames[l] },
    ecosystem: { label: t.where, values: { [everywhere]: t.everywhereChoice } },
    starts: t.starts,
    ends: t.ends,
  }
})

/** An office that is given in an ecosystem, by its key, or from the list of the whole installation. */
export const givenOffice: DraftKind = {
  kind: 'office.give',
  shared: false,
  title: inEach((l) => membersText[l].give),
  path: (key) => `${key === everywhere ? '/members' : `/ecosystems/${key}/members`}#give`,
  allow: ruleOf(giveOffice.allow, ({ subject }: { subject: string }) => ({
    email: '',
    office: 'viewer' as const,
    ecosystem: subject === everywhere ? undefined : subject,
  })),
  fields: officeFields,
}

/** A deputy of the holder of an office, by its id. */
export const newDeputy: DraftKind = {
  kind: 'office.deputy',
  shared: false,
  title: inEach((l) => membersText[l].deputy),
  path: (id) => `/members/offices/${id}`,
  allow: ruleOf(nameDeputy.allow, ({ subject }: { subject: string }) => ({
    id: subject,
    email: '',
    starts: '',
    ends: '',
  })),
  fields: officeFields,
}

export const memberDrafts: readonly DraftKind[] = [newInvitation, givenOffice, newDeputy]
