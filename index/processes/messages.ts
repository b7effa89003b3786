/** What goes between the program and a process of its own: requests by number, and a reply or a failure to each. */
export type NumberedRequest<Request> = { readonly number: number; readonly request: Request }

/** `file`: the one that is damaged or missing, where it is that. */
export type Failure = { readonly failure: string; readonly file?: string }

export type NumberedReply<Reply> = { readonly number: number } & ({ readonly reply: Reply } | Failure)
