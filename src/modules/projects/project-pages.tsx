import type { Page } from '../../kernel/page.ts'

export const projectPages: readonly Page[] = []
