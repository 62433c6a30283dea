/** A text in up to three languages; the languages that a call must have are the call's matter. */
export type Texts = { fi?: string; sv?: string; en?: string }

/**
 * A form as data: what is asked, in which order, of whom, and under which condition. This is also what a form is as a
 * file: it is exported, imported and stored as it stands here. Keys are lower-case words with hyphens, and name a
 * section or question for ever: answers are kept under them.
 */
export type Form = {
  format: 'talkoot-form/1'
  name: Texts
  sections: readonly Section[]
}

export type Section = {
  key: string
  title: Texts
  lead?: Texts
  when?: Condition
  questions: readonly Question[]
}

export type Question = Asked & QuestionKind

export type Asked = {
  /** Unique in the form. */
  key: string
  label: Texts
  /** Stands beside the question. */
  help?: Texts
  required: boolean
  when?: Condition
  /** Kept from assessors, who judge without it. */
  hidden?: boolean
  /** Told to the public when the application becomes a project. */
  published?: boolean
  /** What is filled in for the applicant to look over. */
  from?: Reuse
}

/** What the product knows already: of the organisation that applies, or its answer to the same key in an earlier application. */
export const reuses = [
  'organisation.name',
  'organisation.business-id',
  'organisation.kind',
  'organisation.place',
  'organisation.website',
  'person.name',
  'person.email',
  'earlier',
] as const
export type Reuse = (typeof reuses)[number]

export type QuestionKind =
  | { kind: 'text'; most: number; shape?: Shape }
  | { kind: 'long-text'; most: number; least?: number }
  | { kind: 'number'; decimals: number; least?: string; most?: string; unit?: Texts }
  /** Euros; limits as decimal strings ("200000.00"). */
  | { kind: 'money'; least?: string; most?: string }
  | { kind: 'date'; least?: string; most?: string }
  | ChoiceQuestion
  | { kind: 'table'; columns: readonly Column[]; leastRows?: number; mostRows: number }
  | { kind: 'file'; mostFiles: number }
  /** What the applicant affirms by ticking it. */
  | { kind: 'declaration'; text: Texts }
  | { kind: Block }

export type ChoiceQuestion = {
  kind: 'choice'
  choices: readonly Choice[]
  /** The call gives the choices (`withChoices`); those of the form stand in until then. */
  list?: ChoiceList
  several: boolean
  least?: number
  most?: number
}

/** Choices that are the call's: the priorities and emphases of its ecosystem, the specific objectives it is open for. */
export const choiceLists = ['priorities', 'emphases', 'objectives'] as const
export type ChoiceList = (typeof choiceLists)[number]

/** A text that must be well formed. */
export const shapes = ['business-id', 'email', 'url', 'phone', 'iban', 'postal-code'] as const
export type Shape = (typeof shapes)[number]

export type Choice = { code: string; label: Texts }

/** A column of a table: any kind of one value. */
export type Column = Pick<Asked, 'key' | 'label' | 'help' | 'required'> &
  (
    | { kind: 'text'; most: number; shape?: Shape }
    | { kind: 'long-text'; most: number }
    | { kind: 'number'; decimals: number; least?: string; most?: string }
    | { kind: 'money'; least?: string; most?: string }
    | { kind: 'date' }
    | { kind: 'choice'; choices: readonly Choice[] }
  )

/**
 * Questions whose shape the field has settled. The first five are tables with columns of their own (`blocks.ts`); the
 * last three follow the call's cost models and the partners, and are counted by the budget engine.
 */
export const tableBlocks = ['partners', 'work-packages', 'indicators', 'commitments', 'continuation'] as const
export const moneyBlocks = ['budget', 'financing', 'de-minimis'] as const
export type TableBlock = (typeof tableBlocks)[number]
export type MoneyBlock = (typeof moneyBlocks)[number]
export type Block = TableBlock | MoneyBlock

/** True of the answers so far: a question or section without its condition met is not asked, and not in the way. */
export type Condition =
  | { question: string; is: 'filled' | 'empty' }
  | { question: string; is: 'one-of' | 'none-of'; values: readonly string[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }

/**
 * What has been filled in, by field. A question of one value is the field of its key; of several values a list there,
 * and a declaration that is affirmed is the list `yes`. A table's rows are row ids, one to a line, in `KEY.rows`, so
 * that rows which two people add at once merge as lines do; a cell is `KEY.ROW.COLUMN`. Row ids are short and never
 * used again.
 */
export type Answers = Readonly<Record<string, string | readonly string[]>>
