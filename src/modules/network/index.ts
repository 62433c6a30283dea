/**
 * The network: who is tied to whom, since when, how closely and who says so. Ties from projects, agreements and
 * registers come by themselves; people state others and the other side confirms them. A job computes one picture of
 * everything public (`engine/network`) and keeps it; pages, files and the map in the browser are all made from it.
 */
export { type TieKind, tieKinds } from './rules.ts'
