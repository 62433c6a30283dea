/**
 * Saved views: any list's address under a name, for oneself or for an ecosystem, and the alerts that read it again
 * each day or week and tell what is new in it or has changed. It stands above the lists that it reads.
 */
export { text as savedText } from './text.ts'
