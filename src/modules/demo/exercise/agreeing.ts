import { formatDay } from '../../../kernel/time.ts'
import type { Play, Step } from './play.ts'

type Partner = { id: string; name: string; state: string }

/** Who gathers, the consortium that has got furthest, and who speaks for its partners. */
const gatherer = 'network-coordinator'
const consortiumKey = 'i4ms2'
const asked = [
  {
    name: 'Seinäjoen ammattikorkeakoulu',
    fills: 'ketterät tuotantomenetelmät ja robotiikan kokeiluympäristö',
    keeper: 'member',
    answer: {
      answer: 'committed',
      said: 'Annamme robottisolun kokeiluihin ja vastaamme työpaketista 2.',
      share: '180000.00',
      ownShare: '45000.00',
      capacity: 'free',
    },
    signs: { signer: 'Jalmari Jäsen (keksitty)', position: 'kehitysjohtaja' },
  },
  {
    name: 'Jyväskylän ammattikorkeakoulu',
    fills: 'energian käyttö ja älyverkot',
    keeper: 'viewer',
    answer: {
      answer: 'interested',
      said: 'Kiinnostaa, jos energian osuus on oma työpakettinsa.',
      capacity: 'little',
      questions: 'Voiko kokeilut tehdä kevätlukukaudella?',
    },
  },
  {
    name: 'Tampereen yliopisto',
    fills: 'data ja tekoäly tuotannossa',
    email: 'tutkimus@yliopisto.example',
  },
] as const

/** Partners are asked, two answer, one signs, and a meeting is minuted; all of it invented. */
export const agreeingSteps: readonly Step[] = [
  {
    name: 'agreeing on a consortium',
    run: async (play) => {
      const consortium = play.kept[`consortium/${consortiumKey}`]
      if (!consortium) return
      for (const one of asked) await ask(play, consortium, one)
      await meet(play, consortium)
    },
  },
]

async function ask(play: Play, consortium: string, one: (typeof asked)[number]): Promise<void> {
  const { at, does } = play
  const found = await partnerCalled(play, consortium, one.name)
  if (found?.state !== 'proposed') return
  const of = { consortium, partner: found.id }
  await does(gatherer, at(-12), 'consortium.invite', {
    ...of,
    ...('email' in one && { email: one.email }),
    language: 'fi',
    message: `Harjoitus: kokoamme konsortiota kansainväliseen hakuun ja kysymme teitä mukaan. Teiltä toivoisimme: ${one.fills}.`,
    answerBy: null,
  })
  if (!('keeper' in one)) return
  await does(one.keeper, at(-8), 'consortium.answer', { ...of, ...one.answer })
  if (!('signs' in one)) return
  const letter = { ...of, language: 'fi' }
  const { preview } = await does<{ preview: string }>(one.keeper, at(-6), 'consortium.letter', letter)
  await does(one.keeper, at(-6), 'consortium.sign-letter', { ...letter, preview, ...one.signs, right: true })
}

async function meet(play: Play, consortium: string): Promise<void> {
  const { at, does } = play
  const { meetings } = await does<{ meetings: object[] }>(gatherer, at(-4), 'consortium.agreed', {
    consortium,
  })
  if (meetings.length > 0) return
  const day = (days: number) => formatDay(at(days).toISOString().slice(0, 10), 'fi')
  const partner = await partnerCalled(play, consortium, 'Seinäjoen ammattikorkeakoulu')
  await does(gatherer, at(-4, '14:00'), 'consortium.minute', {
    consortium,
    heldOn: day(-4),
    present: 'Kerttu Kokoaja (keksitty), Jalmari Jäsen (keksitty)',
    minutes:
      'Harjoitus. Käytiin läpi haun vaatimukset ja se, mitä puuttuu: ainetta lisäävän valmistuksen kokeiluympäristö ja kumppanit kahdesta muusta maasta. Sovittiin, kuka kysyy keneltä.',
    tasks: [
      { what: 'Kysy kumppania ainetta lisäävään valmistukseen', due: day(10) },
      { what: 'Luonnostele työpaketti 2', ...(partner && { partner: partner.id }), due: day(17) },
    ],
  })
}

async function partnerCalled(
  { at, does }: Play,
  consortium: string,
  name: string,
): Promise<Partner | undefined> {
  const { partners } = await does<{ partners: Partner[] }>(gatherer, at(-12), 'consortium.get', {
    consortium,
  })
  return partners.find((partner) => partner.name === name)
}
