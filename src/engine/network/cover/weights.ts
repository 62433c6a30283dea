/**
 * What each reason for asking somebody is worth, in points; whoever asks may set their own. Likeness, joint work, home
 * and experience stand in the proportion that foretold best who joined past projects (`npm run bench --
 * cover-backtest`: a conditional logit, McFadden 1974). An obligatory demand outweighs those four together, since
 * without it the application falls. The rest is judgement.
 */
export type Weights = {
  /** An obligatory, and a wished demand of weight 10 that is filled by evidence without doubt. */
  readonly must: number
  readonly wished: number
  /** A demand that was met by statements alone and is now shown. */
  readonly proves: number
  /** The first partner of a region, and of a country. */
  readonly region: number
  readonly country: number
  /** Earlier work that is wholly like the call. */
  readonly likeness: number
  /** Much earlier work with those who are in. */
  readonly jointWork: number
  /** All earlier work in the region of the call. */
  readonly home: number
  /** For each doubling of projects with public money, up to 64. */
  readonly experience: number
  /** Never in a project with those who are in; never in any. */
  readonly newWithThem: number
  readonly newcomer: number
  /** Coordination of n partners costs this times n squared: each one more costs more than the one before. */
  readonly coordination: number
  /** For each step beyond two in the network of earlier work; four steps and none at all are the same. */
  readonly distance: number
  readonly yes: number
  readonly maybe: number
  /** Says that it has time; says that it has none; has confirmed its profile within a year. */
  readonly free: number
  readonly busy: number
  readonly fresh: number
  /** Committed to another application to the same call. */
  readonly competing: number
  /** For each demand that it meets and that is met without it, up to five. */
  readonly overlap: number
}

export const defaultWeights: Weights = {
  must: 160,
  wished: 50,
  proves: 40,
  region: 8,
  country: 8,
  likeness: 18,
  jointWork: 24,
  home: 18,
  experience: 3,
  newWithThem: 2,
  newcomer: 4,
  coordination: 0.5,
  distance: 2,
  yes: 20,
  maybe: 6,
  free: 6,
  busy: -20,
  fresh: 4,
  competing: -40,
  overlap: -2,
}
