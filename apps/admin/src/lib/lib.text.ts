/** Words of the parts that every page shares. */
export const libText = {
  problemTitle: 'That did not work',
  reference: (id: string) => `Reference ${id}`,
  offline: 'The server cannot be reached. Check your connection and try again.',
  never: 'never',
  now: 'just now',
};
