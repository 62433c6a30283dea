/** Grounds on which contact data is kept (GDPR, article 6(1) a, e, b and f). */
export const grounds = ['consent', 'public-task', 'contract', 'legitimate-interest'] as const
export type Ground = (typeof grounds)[number]

export const retentionKinds = [
  'session',
  'sign-in-link',
  'mail',
  'draft',
  'job',
  'raw-file',
  'backup-note',
  'audit',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

export type RetentionRule = { kind: RetentionKind; days: number | null; graceDays: number; changedAt: Date }

const dayMs = 24 * 60 * 60 * 1000

/** Days between asking for a person to be forgotten and its being done. */
export const erasureGraceDays = 30

export const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * dayMs)

/**
 * Up to which moment records are past their time, and up to which they go now: that is a grace period later, and never
 * sooner than a grace period after the rule was changed, so that what a new rule would remove can be seen first.
 * Undefined where a kind is kept for good, or nothing may go yet.
 */
export function cutoffs(rule: RetentionRule, now: Date): { past: Date | undefined; due: Date | undefined } {
  if (rule.days === null) return { past: undefined, due: undefined }
  const past = daysFrom(now, -rule.days)
  const settled = daysFrom(rule.changedAt, rule.graceDays) <= now
  return { past, due: settled ? daysFrom(past, -rule.graceDays) : undefined }
}

/** Columns whose value opens something, or is of no use to its reader. */
export const isSecretColumn = (name: string): boolean =>
  /hash|secret|token|public_key|credential|lexemes|challenge/.test(name)
