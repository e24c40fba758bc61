/** Who asks for reviews: hidden ones are shown to their author and to admins. */
export interface ReviewViewer {
  /** Of the account's row; null for anyone. */
  userId: number | null;
  isAdmin: boolean;
}
