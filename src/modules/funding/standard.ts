import { z } from 'zod'
import type { ErrorShape } from '../../kernel/action.ts'

/**
 * The opportunity of CommonGrants 0.4 (HHS/simpler-grants-protocol, CC0): what is taken in and given out. Reading by
 * these leaves out what the standard does not know.
 */
const decimal = z.string().regex(/^-?[0-9]+\.?[0-9]*$/)
const isoDate = z.iso.date()
const isoTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i)

export const money = z.object({
  amount: decimal,
  currency: z.string().describe('ISO 4217 code of the currency.'),
})
export type Money = z.output<typeof money>

const named = { name: z.string(), description: z.string().optional() }
const event = z.union([
  z.object({
    ...named,
    eventType: z.literal('singleDate'),
    date: isoDate,
    time: isoTime.optional(),
  }),
  z.object({
    ...named,
    eventType: z.literal('dateRange'),
    startDate: isoDate,
    startTime: isoTime.optional(),
    endDate: isoDate,
    endTime: isoTime.optional(),
  }),
  z.object({ ...named, eventType: z.literal('other'), details: z.string().optional() }),
])
export type Event = z.output<typeof event>

const chosen = <T extends z.ZodType>(value: T) =>
  z.object({ value, customValue: z.string().optional(), description: z.string().optional() })

export const statusValues = ['forecasted', 'open', 'closed', 'custom'] as const
export type StatusValue = (typeof statusValues)[number]

export const applicantValues = [
  'individual',
  'organization',
  'government_state',
  'government_county',
  'government_municipal',
  'government_special_district',
  'government_tribal',
  'organization_tribal_other',
  'school_district_independent',
  'higher_education_public',
  'higher_education_private',
  'non_profit_with_501c3',
  'nonprofit_without_501c3',
  'for_profit_small_business',
  'for_profit_not_small_business',
  'unrestricted',
  'custom',
] as const
export type ApplicantValue = (typeof applicantValues)[number]

const customField = z.object({
  name: z.string(),
  fieldType: z.enum(['string', 'number', 'integer', 'boolean', 'object', 'array']),
  schema: z.url().optional(),
  value: z.unknown(),
  description: z.string().optional(),
})

const count = z.number().int()

export const opportunity = z.object({
  id: z.uuid(),
  title: z.string(),
  status: chosen(z.enum(statusValues)),
  description: z.string(),
  funding: z
    .object({
      details: z.string().optional(),
      totalAmountAvailable: money.optional(),
      minAwardAmount: money.optional(),
      maxAwardAmount: money.optional(),
      minAwardCount: count.optional(),
      maxAwardCount: count.optional(),
      estimatedAwardCount: count.optional(),
    })
    .optional(),
  keyDates: z
    .object({
      postDate: event.optional(),
      closeDate: event.optional(),
      otherDates: z.record(z.string(), event).optional(),
    })
    .optional(),
  acceptedApplicantTypes: z.array(chosen(z.enum(applicantValues))).optional(),
  source: z.url().optional(),
  customFields: z.record(z.string(), customField).optional(),
  createdAt: z.iso.datetime({ offset: true, local: true }),
  lastModifiedAt: z.iso.datetime({ offset: true, local: true }),
  competitions: z.array(z.unknown()).optional(),
})
export type Opportunity = z.output<typeof opportunity>

/** An opportunity without what its place in a catalogue gives it: id and moments. */
export type OpportunityBody = Omit<Opportunity, 'id' | 'createdAt' | 'lastModifiedAt'>

const success = { status: z.number().int(), message: z.string() }
const paginationInfo = z.object({
  page: z.number().int(),
  pageSize: z.number().int(),
  totalItems: z.number().int(),
  totalPages: z.number().int(),
})
export const listAnswer = z.object({ ...success, items: z.array(opportunity), paginationInfo })
export const oneAnswer = z.object({
  ...success,
  data: opportunity,
})

const stringFilter = z.object({ operator: z.enum(['in', 'notIn']), value: z.array(z.string()) })
const range = <T extends z.ZodType>(value: T) =>
  z.object({ operator: z.enum(['between', 'outside']), value: z.object({ min: value, max: value }) })
const moment = z.union([isoDate, z.iso.datetime({ offset: true, local: true })])

export const filters = z.object({
  status: stringFilter.optional(),
  closeDateRange: range(moment).optional(),
  totalFundingAvailableRange: range(money).optional(),
  minAwardAmountRange: range(money).optional(),
  maxAwardAmountRange: range(money).optional(),
  customFilters: z.record(z.string(), z.object({ operator: z.string(), value: z.unknown() })).optional(),
})
export type Filters = z.output<typeof filters>

export const sortKeys = [
  'lastModifiedAt',
  'createdAt',
  'title',
  'status.value',
  'keyDates.closeDate',
  'funding.maxAwardAmount',
  'funding.minAwardAmount',
  'funding.totalAmountAvailable',
  'funding.estimatedAwardCount',
  'custom',
] as const
export type SortKey = (typeof sortKeys)[number]

export const searchAnswer = listAnswer.extend({
  sortInfo: z.object({
    sortBy: z.string(),
    customSortBy: z.string().optional(),
    sortOrder: z.enum(['asc', 'desc']),
    errors: z.array(z.string()).optional(),
  }),
  filterInfo: z.object({ filters, errors: z.array(z.string()).optional() }),
})

/** What the standard says instead of an answer: the same status as the response has, and what is wrong in words. */
export const opportunityError: ErrorShape = {
  schema: z.object({ status: z.number().int(), message: z.string(), errors: z.array(z.unknown()) }),
  statuses: [400, 404],
  // The standard knows no 422: what cannot be read is a bad request.
  of: (status, message, errors) => {
    const said = status === 422 ? 400 : status
    return { status: said, body: { status: said, message, errors } }
  },
}
