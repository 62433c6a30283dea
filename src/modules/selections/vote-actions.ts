import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { personOf } from '../talk/index.ts'
import { inItBy, runsIt, runsItBy } from './access.ts'
import { did, done, inHand, inHandBy, isPresent, mustBeFree, seatOf } from './deeds.ts'
import { no } from './fault-text.ts'
import { candidatesOf, type Head, votesOf } from './queries.ts'
import { differingIn } from './room-of.ts'
import { votes } from './rules.ts'
import { closeVote, insertVote, putBallot } from './write-queries.ts'

export const askVote = command({
  name: 'selection.ask-vote',
  summary: {
    fi: 'Avaa äänestys kokouksessa',
    sv: 'Öppna en omröstning på mötet',
    en: 'Open a vote in the meeting',
  },
  route: { method: 'POST', path: '/selections/{selection}/votes' },
  input: z.object({
    selection: z.uuid(),
    question: z.string().max(500),
    options: z
      .array(z.object({ name: z.string().max(200), candidates: z.array(z.uuid()).max(2_000).default([]) }))
      .max(10)
      .describe('What is voted on, each with the candidates that it would take.'),
  }),
  output: done.extend({ id: z.string() }),
  allow: runsIt,
  run: async (ctx, { selection, question, options: asked }) => {
    const person = personOf(ctx)
    const head = await inHand(ctx, selection)
    const options = asked
      .map((o, i) => ({ id: String(i + 1), name: o.name.trim(), candidates: o.candidates }))
      .filter((o) => o.name !== '')
    if (question.trim() === '') throw no('no-body', 'invalid', { field: 'question' })
    if (options.length < 2) throw no('bad-options', 'invalid', { field: 'options' })
    const known = new Set((await candidatesOf(ctx.db, selection)).map((c) => c.id))
    if (options.some((o) => o.candidates.some((c) => !known.has(c))))
      throw no('unknown-candidate', 'invalid', { field: 'options' })
    // Whoever words a question about a candidate must be free in it.
    await mustBeFree(ctx, head, differingIn(options))
    const id = newId(ctx.now.getTime())
    await insertVote(ctx.db, {
      id,
      selection,
      question: question.trim(),
      options,
      person: person.id,
      at: ctx.now,
    })
    return { id, ...(await did(ctx, head, 'ask-vote', { vote: id })) }
  },
})

async function openVote(ctx: Parameters<typeof inHand>[0], head: Head, id: string) {
  const vote = (await votesOf(ctx.db, head.id)).find((v) => v.id === id)
  if (!vote) throw no('no-part', 'missing')
  if (vote.closed !== null) throw no('vote-closed')
  return vote
}

export const castBallot = command({
  name: 'selection.ballot',
  summary: { fi: 'Äänestä kokouksessa', sv: 'Rösta på mötet', en: 'Vote in the meeting' },
  route: { method: 'POST', path: '/selections/votes/{vote}/ballots' },
  input: z.object({ vote: z.uuid(), option: z.string().max(10) }),
  output: done,
  allow: inItBy('vote'),
  untold: ['option'],
  run: async (ctx, { vote: id, option }) => {
    const person = personOf(ctx)
    const head = await inHandBy(ctx, 'vote', id)
    const vote = await openVote(ctx, head, id)
    const seat = await seatOf(ctx, head)
    if (!votes(seat.role)) throw no('no-vote', 'forbidden')
    if (!isPresent(seat)) throw no('not-present')
    if (!vote.options.some((o) => o.id === option)) throw no('no-part', 'invalid', { field: 'option' })
    await mustBeFree(ctx, head, differingIn(vote.options), 'aside-in-vote')
    await putBallot(ctx.db, id, person.id, option, ctx.now)
    return did(ctx, head, 'ballot', { vote: id })
  },
})

export const endVote = command({
  name: 'selection.end-vote',
  summary: {
    fi: 'Päätä äänestys ja näytä tulos',
    sv: 'Avsluta omröstningen och visa resultatet',
    en: 'End a vote and show what came of it',
  },
  route: { method: 'POST', path: '/selections/votes/{vote}/end' },
  input: z.object({ vote: z.uuid() }),
  output: done,
  allow: runsItBy('vote'),
  run: async (ctx, { vote: id }) => {
    personOf(ctx)
    const head = await inHandBy(ctx, 'vote', id)
    await openVote(ctx, head, id)
    await closeVote(ctx.db, id, ctx.now)
    return did(ctx, head, 'end-vote', { vote: id })
  },
})
