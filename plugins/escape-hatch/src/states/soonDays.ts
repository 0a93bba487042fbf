/** From so many days before its end an active escape hatch is shown as running out. */
export const SOON_DAYS = 14;
