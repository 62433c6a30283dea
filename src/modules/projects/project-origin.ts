import type { Supplied } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import type { Origin } from '../../ui/index.ts'
import type { ProjectContext } from './context-schemas.ts'
import type { ProvenanceField } from './field-provenance.ts'
import { projectPath } from './item.ts'
import { provenanceText } from './provenance-text.ts'
import type { ProjectItem } from './schemas.ts'

export type ProjectViewProps = {
  project: ProjectItem
  context: ProjectContext
  /** What other rooms tell of it. */
  supplied?: readonly Supplied[]
  /** Whether the reader may look into the audit. */
  audited?: boolean
  link: (path: string) => string
  language: Language
}

/** The address of a value's provenance, with what the value is for who cannot see it. */
export const originOf = (
  { project, link, language }: Pick<ProjectViewProps, 'project' | 'link' | 'language'>,
  field: ProvenanceField,
  about: string = provenanceText[language].field[field],
): Origin => ({ href: link(`${projectPath(project)}/provenance/${field}`), about })
