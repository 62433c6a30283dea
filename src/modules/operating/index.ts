/**
 * The operating model of an ecosystem: agreed ways of working with who sees to them and when they are gone through
 * again, contracts between actors and the templates they are made from, who answers for what with a deputy, and the
 * roles that organisations hold by people's word, in the whole or in a theme or value chain, beside what the sources of
 * the ecosystem say; also the good practices that its members share. Nothing is overwritten: each change makes a version. Files and talk stand beside each thing.
 */
export { listOperating } from './actions.ts'
export { PracticeCards } from './practice-view.tsx'
