const KEY = 'golden-path.demo-user';

/** The chosen user of this browser tab: another tab can be somebody else, and a reload keeps it. */
export const demoUserChoice = {
  get: (): string | undefined => sessionStorage.getItem(KEY) ?? undefined,
  set: (name: string) => sessionStorage.setItem(KEY, name),
  forget: () => sessionStorage.removeItem(KEY),
};
