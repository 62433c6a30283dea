import type { Subscriptions } from './kernel/job.ts'
import type { Module } from './kernel/module.ts'

/**
 * The modules in dependency order: each may use the doors of those above it. The house test reads this order.
 */
export const modules: readonly Module[] = []

/** Every event with the jobs that follow it, over all modules. */
export function subscriptionsOf(list: readonly Module[]): Subscriptions {
  const all: Record<string, string[]> = {}
  for (const m of list) {
    for (const [event, jobs] of Object.entries(m.subscriptions ?? {})) (all[event] ??= []).push(...jobs)
  }
  return all
}
