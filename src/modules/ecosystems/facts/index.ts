/**
 * What people state of an ecosystem beyond its name and frame: that it is there at all, what it is, when and where, who
 * is in it, its money, and its ties. What is written here bears the workspace as its source; a tie to another
 * ecosystem opens records only as far as both have settled it.
 */
import { changeAbout, foundEcosystem, getAbout } from './about-actions.ts'
import { aboutPages } from './about-page.tsx'
import { listActors, removeActor, saveActorAction } from './actor-actions.ts'
import { actorPages } from './actors-page.tsx'
import { listMoney, removeMoney, saveMoneyAction } from './money-actions.ts'
import { moneyPages } from './money-page.tsx'
import { newPages } from './new-page.tsx'
import { confirmTieAction, listTies, removeTie, saveTieAction } from './tie-actions.ts'
import { tiePages } from './ties-page.tsx'

export { factsDrafts } from './drafts.ts'
export { askedTies } from './turns.ts'

export const factsActions = [
  foundEcosystem,
  getAbout,
  changeAbout,
  listActors,
  saveActorAction,
  removeActor,
  listMoney,
  saveMoneyAction,
  removeMoney,
  listTies,
  saveTieAction,
  removeTie,
  confirmTieAction,
]

export const factsPages = [...newPages, ...aboutPages, ...actorPages, ...moneyPages, ...tiePages]
