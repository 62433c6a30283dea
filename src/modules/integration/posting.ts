import { type Outward, reach } from '../../kernel/outward.ts'

export type Answer = { status: number; answer: string; milliseconds: number }

const answerBytes = 4_096

/** Posts to an address outside; of the answer only the beginning is read. */
export async function post(
  address: string,
  headers: Record<string, string>,
  body: string,
  outward: Outward,
): Promise<Answer> {
  const reached = await reach(address, { method: 'POST', headers, body, most: answerBytes }, outward)
  const answer = reached.body.toString('utf8').replaceAll('\0', '')
  return { status: reached.status, answer, milliseconds: reached.milliseconds }
}
