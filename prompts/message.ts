/** One message of a prompt, as chat models take them. */
export type PromptMessage = { readonly role: 'system' | 'user'; readonly content: string }
