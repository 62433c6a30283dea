export const checkNames = [
  'database',
  'migrations',
  'extensions',
  'audit',
  'backup',
  'summaries',
  'jobs',
  'mails',
  'mail',
  'address',
  'contact',
  'disk',
  'folder',
  'rights',
  'clock',
  'node',
] as const
export type CheckName = (typeof checkNames)[number]

/** `warn`: to be seen to; `bad`: something does not work or is not safe. */
export type Health = 'ok' | 'warn' | 'bad'

/** What one check saw; the words for people are made from the facts. */
export type Finding = { check: CheckName; health: Health; facts: Record<string, string | number> }

const order = { bad: 0, warn: 1, ok: 2 }

/** The worst first; among equals in the order in which the checks are named. */
export const worst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) => order[a.health] - order[b.health] || checkNames.indexOf(a.check) - checkNames.indexOf(b.check),
  )

/** 0: nothing to do; 1: something should be seen to; 3: something is broken. */
export const exitCodeOf = (findings: readonly Finding[]): 0 | 1 | 3 =>
  findings.some((f) => f.health === 'bad') ? 3 : findings.some((f) => f.health === 'warn') ? 1 : 0
