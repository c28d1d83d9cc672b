/** Words of the primitives. */
export const uiText = { copy: 'Copy', copied: 'Copied', copyThing: (what: string) => `Copy ${what}`, code: 'Code' };
