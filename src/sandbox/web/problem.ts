/** What the sandbox itself has to say of a request: words, and no documented code. */
export const problem = (error: string, status = 400): Response => Response.json({ error }, { status });
