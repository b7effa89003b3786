import { articleLayouts } from './articles.ts'
import { formLayouts } from './forms.ts'
import { roughLayouts } from './rough.ts'
import type { Story } from './stories.ts'

/** By name: how a paper sets a story into its page. */
export const layouts: Readonly<Record<string, (story: Story) => string>> = {
  ...articleLayouts,
  ...formLayouts,
  ...roughLayouts,
}
