/**
 * The network: one picture of everything public about who is tied to whom, by projects, agreements, ownership and what
 * people state (`ties`). A job gathers it and computes places, communities and measures (`engine/network`) in a thread;
 * the picture is kept, and held in memory by each process. Map, table, pages of actors, changes and files are all made
 * from it and asked with the same filters, in the browser by the same code.
 */

export { type JointWork, jointWork } from './joint-work.ts'
export { cooperationIn, networkGrowth, networkRegions } from './region-actions.ts'
