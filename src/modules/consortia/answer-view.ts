import type { Read } from '../../kernel/db.ts'
import type { Language } from '../../kernel/text.ts'
import { type Deed, deedsOf } from './answer-queries.ts'
import { partnersOf } from './consortium-queries.ts'
import { demandsOf } from './demand-queries.ts'
import { type AskedPartner, type Invitation, invitationsOf } from './invitation-queries.ts'
import { type Letter, lettersOf } from './letter-queries.ts'
import type { Consortium } from './record.ts'
import { isIn, type PartnerState } from './rules.ts'
import { type Task, tasksOf } from './task-queries.ts'

/** What whoever answers needs to know of a consortium; whoever has the link sees this much. */
export type ToldConsortium = Pick<
  Consortium,
  | 'id'
  | 'ecosystem'
  | 'exercise'
  | 'callCode'
  | 'callName'
  | 'callAddress'
  | 'deadline'
  | 'language'
  | 'title'
  | 'aim'
  | 'programme'
  | 'lead'
  | 'mostEach'
  | 'state'
>

/** The question as it is told to whom it was put: without addresses. */
export type ToldInvitation = Omit<Invitation, 'email' | 'person'> & { toAddress: boolean }

export type PartnerView = {
  consortium: ToldConsortium
  partner: AskedPartner
  invitations: ToldInvitation[]
  letter: Letter | null
  tasks: Task[]
  demands: string[]
  others: { name: string; state: PartnerState; lead: boolean }[]
  course: Deed[]
  may: { answer: boolean; gather: boolean; agree: boolean }
}

const told = ({ email, person: _, ...rest }: Invitation): ToldInvitation => ({
  ...rest,
  toAddress: email !== null,
})

export const toldConsortium = (c: Consortium): ToldConsortium => ({
  id: c.id,
  ecosystem: c.ecosystem,
  exercise: c.exercise,
  callCode: c.callCode,
  callName: c.callName,
  callAddress: c.callAddress,
  deadline: c.deadline,
  language: c.language as Language,
  title: c.title,
  aim: c.aim,
  programme: c.programme,
  lead: c.lead,
  mostEach: c.mostEach,
  state: c.state,
})

/** Everything that is kept of one partner, for its own page. */
export async function viewOf(
  db: Read,
  { consortium, partner }: { consortium: Consortium; partner: AskedPartner },
  may: PartnerView['may'],
): Promise<PartnerView> {
  const all = await partnersOf(db, consortium.id)
  return {
    consortium: toldConsortium(consortium),
    partner,
    invitations: (await invitationsOf(db, consortium.id)).filter((i) => i.partner === partner.id).map(told),
    letter:
      (await lettersOf(db, consortium.id)).find((l) => l.partner === partner.id && !l.withdrawnAt) ?? null,
    tasks: (await tasksOf(db, consortium.id)).filter((task) => task.partner === partner.id),
    demands: (await demandsOf(db, consortium.id)).map(({ name }) => name),
    others: all
      .filter((p) => p.id !== partner.id && isIn(p.state))
      .map(({ name, state, part, organisation }) => ({
        name,
        state,
        lead: part === 'lead' || (organisation !== null && organisation === consortium.lead?.id),
      })),
    course: await deedsOf(db, consortium.id, partner.id),
    may,
  }
}
