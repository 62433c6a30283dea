/**
 * The solver: portfolio problems are solved in a thread of the server's own, so that no page waits while one is. Others
 * ask `solveInThread` with a problem in its public form; they hear the first portfolios, better ones, and the answer,
 * and may let go at any time. What it tells is what the worker in the browser tells (`engine/portfolio`, `Told`).
 */
export { type SolveInThreadOptions, solveInThread } from './solve-in-thread.ts'
