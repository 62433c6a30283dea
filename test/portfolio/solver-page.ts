import { createSolver } from '../../src/islands/portfolio-solver.ts'

// What a test's page runs: the client of the solver, at hand for the test.
Object.assign(globalThis, { createSolver })
