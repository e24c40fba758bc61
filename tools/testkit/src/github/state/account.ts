/** A person, an organisation or a program that acts on the fake GitHub. */
export interface Account {
  id: number;
  /** May change, and may then be taken by another account. */
  login: string;
  type: 'User' | 'Organization' | 'Bot';
  /**
   * What commits carry whose author the request doesn't name. For people it isn't a noreply address,
   * as with an account whose email isn't private: who forgets to name an author is found out.
   */
  email: string;
  createdAt: string;
}

/** What an account may do in a repository. */
export type Role = 'none' | 'read' | 'write' | 'admin';
