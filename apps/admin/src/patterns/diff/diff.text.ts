/** Words of the comparisons. */
export const diffText = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  root: 'whole value',
  same: 'The same.',
  raw: 'The texts differ only in how they are written.',
};
