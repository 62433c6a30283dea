import { applicationOf } from './applying.ts'
import { assessorsOf, assignIt, checkIt, declare, failIt, scoreIt, settleIt } from './assessing.ts'
import type { Wanted } from './content.ts'
import { planMeeting, proposeIt, termsOf } from './deciding.ts'
import type { Play, Step } from './play.ts'

/** Who is next with an application of the second call, by whose application it is. */
export const waitingAt = {
  kokeiluamk: 'check',
  tutkimuslaitos: 'checking',
  malliyliopisto: 'score',
  esimerkkiamk: 'agree',
  koulutus: 'propose',
  kiihdyttamo: 'select',
  kaupunki: 'decide',
  yhdistys: 'conflict',
  kehitysyhtio: 'refused',
} as const
export type Waiting = (typeof waitingAt)[keyof typeof waitingAt]

const waiting = ({ organisation }: Wanted): Waiting => waitingAt[organisation.key as keyof typeof waitingAt]

/** What is in no priority of the agreement: refused by both, published, and told to who applied. */
async function refuseIt(play: Play, one: Wanted): Promise<void> {
  const { at, does, content } = play
  const decision = applicationOf(play, one)
  const no = { decision, outcome: 'no', grounds: content.words.grounds.refusal }
  await failIt(play, one, at(-15, '14:00'), 'agreement')
  await does('preparer', at(-13), 'decision.propose', no)
  await declare(play, 'city-decider', at(-11), one)
  await does('city-decider', at(-11, '10:00'), 'decision.select', no)
  await declare(play, 'council-officer', at(-9), one)
  await does('council-officer', at(-9, '10:00'), 'decision.decide', no)
  await does('council-officer', at(-8), 'decision.publish', { decision })
  await does('council-officer', at(-8, '09:10'), 'letter.send', { decision })
}

/** How far each has come: the road up to where somebody is to go on. */
async function bringTo(play: Play, one: Wanted): Promise<void> {
  const { at } = play
  const is = waiting(one)
  // The one that waits for its checks is closed to every office: declaring opens it, which the tour shows.
  if (is === 'check') return
  await declare(play, 'coordinator', at(-16), one)
  if (is === 'refused') return refuseIt(play, one)
  if (is !== 'decide') await declare(play, 'council-officer', at(-16), one)
  await checkIt(play, one, at(-15), is === 'checking' ? 3 : undefined)
  if (is === 'checking') return
  await assignIt(play, one, at(-12))
  const [first, second] = assessorsOf(one)
  if (is === 'score' || is === 'conflict') return scoreIt(play, one, is === 'score' ? second : first, at(-9))
  await scoreIt(play, one, first, at(-9, '10:00'))
  await scoreIt(play, one, second, at(-8, '10:00'))
  if (is === 'agree') return
  await settleIt(play, one, at(-6))
  if (is === 'propose') return
  await proposeIt(play, one, at(-4))
  if (is === 'select') return
  await declare(play, 'city-decider', at(-3), one)
  await play.does('city-decider', at(-3, '10:00'), 'decision.select', {
    decision: applicationOf(play, one),
    ...termsOf(play, one),
  })
}

/** The second call: eight applications, each waiting for somebody else, and one that has been refused already. */
export const stageSteps = (play: Play): Step[] => {
  const wanted = play.content.wanted.assessed
  return [
    ...wanted.map((one) => ({ name: `assessed: ${one.key}`, run: (the: Play) => bringTo(the, one) })),
    {
      name: 'assessed: meeting',
      run: async (the) => {
        const those = wanted.filter((one) => waiting(one) === 'select')
        the.kept.nextMeeting = await planMeeting(the, those, the.at(-1), the.at(0).toISOString().slice(0, 10))
      },
    },
  ]
}
